package slipstream.benchmarks.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import slipstream.contracts.Change;
import slipstream.contracts.NewsItem;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.Topics;

/** Publishes items at a rate, some of which are changes, and notes when each change can be read. */
final class Changes implements AutoCloseable {
  private static final Duration QUIET = Duration.ofSeconds(20);

  private final Topics topics;
  private final Producer<byte[], byte[]> producer;
  private final TopicFollower<Change> follower;
  private final News news = new News(2);
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final Map<String, Integer> partitions = new ConcurrentHashMap<>();
  private int number;

  Changes(Bench bench, Topics topics) throws InterruptedException {
    this.topics = topics;
    producer = bench.producer();
    follower =
        TopicFollower.start(
            topics.alertsChanges(),
            bench.clients,
            "bench",
            (subject, change, time) -> {
              if (change == null || change.item() == null) return;
              partitions.put(change.item().id(), Topic.partition(subject, topics.partitions()));
              seen.putIfAbsent(change.item().id(), System.nanoTime());
            });
    if (!follower.awaitCaughtUp(Duration.ofSeconds(30))) {
      throw new IllegalStateException("cannot read " + topics.alertsChanges().name());
    }
  }

  /**
   * Publishes for a time at a steady pace.
   *
   * @param oneIn which items are changes: one in so many
   */
  void publish(Duration time, int perSecond, int oneIn) throws InterruptedException {
    long begin = System.nanoTime();
    long count = time.toMillis() * perSecond / 1000;
    for (long i = 0; i < count; i++) {
      long due = begin + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < due) Thread.sleep(1);
      boolean change = number % oneIn == 0;
      Instant now = Instant.now();
      NewsItem item = change ? news.change(number / oneIn % News.SUBJECTS, now) : news.plain(now);
      number++;
      if (change) sent.put(item.id(), System.nanoTime());
      var unused = producer.send(topics.newsItems().record(item.id(), item, topics.partitions()));
    }
    producer.flush();
  }

  /**
   * Waits until every change was read, or none for a while: what arrives after a newer item on the
   * same product is no change any more.
   */
  void awaitRead() throws InterruptedException {
    int before = seen.size();
    long quietSince = System.nanoTime();
    while (seen.size() < sent.size() && System.nanoTime() - quietSince < QUIET.toNanos()) {
      Thread.sleep(20);
      if (seen.size() > before) quietSince = System.nanoTime();
      before = seen.size();
    }
    System.out.printf("%d of %d changes were read%n", seen.size(), sent.size());
  }

  /** From send to read, ms, sorted; the first changes are left out. */
  List<Double> latencies(double without) {
    var inOrder = sent.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    return inOrder.stream()
        .skip((long) (inOrder.size() * without))
        .filter(e -> seen.containsKey(e.getKey()))
        .map(e -> (seen.getOrDefault(e.getKey(), 0L) - e.getValue()) / 1e6)
        .sorted()
        .toList();
  }

  /** The longest time without a change in a partition after a moment, seconds. */
  double longestGap(long from) {
    double longest = 0;
    for (int partition = 0; partition < topics.partitions(); partition++) {
      var times = new ArrayList<Long>();
      for (var one : seen.entrySet()) {
        Integer in = partitions.get(one.getKey());
        if (in != null && in == partition && one.getValue() >= from) times.add(one.getValue());
      }
      times.sort(null);
      for (int i = 1; i < times.size(); i++) {
        longest = Math.max(longest, (times.get(i) - times.get(i - 1)) / 1e9);
      }
    }
    return longest;
  }

  @Override
  public void close() {
    follower.close();
    producer.close(Duration.ofSeconds(1));
  }
}
