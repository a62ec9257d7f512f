package slipstream.benchmarks.fetching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/** Reads {@code news.items} as it grows: how long each item took from the server, and doubles. */
final class Arrivals extends Thread {
  private final KafkaClients clients;
  private final Topics topics;
  private final List<Long> millis = new ArrayList<>();
  private final Set<String> versions = new HashSet<>();
  private int doubles;

  Arrivals(KafkaClients clients, Topics topics) {
    super("arrivals");
    this.clients = clients;
    this.topics = topics;
    setDaemon(true);
  }

  @Override
  public void run() {
    var topic = topics.newsItems();
    try (var reader = clients.reader("arrivals")) {
      reader.assign(
          IntStream.range(0, topic.partitions())
              .mapToObj(p -> new TopicPartition(topic.name(), p))
              .toList());
      reader.seekToBeginning(reader.assignment());
      while (!isInterrupted()) {
        for (var record : reader.poll(Duration.ofMillis(20))) {
          var item = topic.values().deserializer().deserialize(topic.name(), record.value());
          if (item != null) add(item.id() + item.version(), item.title());
        }
      }
    }
  }

  /** Forgets the times so far. */
  synchronized void restart() {
    millis.clear();
  }

  synchronized int count() {
    return versions.size();
  }

  synchronized int doubles() {
    return doubles;
  }

  /** A quantile of the time from the answer to {@code news.items}, ms. */
  synchronized long quantile(double q) {
    var sorted = millis.stream().sorted().toList();
    return sorted.isEmpty() ? -1 : sorted.get((int) Math.min(sorted.size() - 1, q * sorted.size()));
  }

  private synchronized void add(String version, String title) {
    if (!versions.add(version)) doubles++;
    long sent = Long.parseLong(title.substring(title.lastIndexOf(' ') + 1));
    if (sent > 0) millis.add(System.currentTimeMillis() - sent);
  }
}
