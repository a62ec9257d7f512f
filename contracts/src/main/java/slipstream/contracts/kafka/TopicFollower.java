package slipstream.contracts.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic and goes on following it, on a thread of its own, in no group: each process sees
 * every record that was committed. For configuration, views and people who watch.
 */
public final class TopicFollower<V> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Topic<String, V> topic;
  private final From from;
  private final Sink<V> sink;
  private final Consumer<byte[], byte[]> consumer;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean closed;

  /** Where a follower begins. */
  public enum From {
    BEGINNING,
    /** What is there at the start is passed over. */
    END
  }

  /** What a follower hands records to, in the order of each partition. */
  @FunctionalInterface
  public interface Sink<V> {
    /**
     * Takes one record.
     *
     * @param value null = tombstone
     * @param timestamp of the record, ms since the epoch
     */
    void accept(String key, @Nullable V value, long timestamp);
  }

  private TopicFollower(
      Topic<String, V> topic, KafkaClients clients, String id, From from, Sink<V> sink) {
    this.topic = topic;
    this.from = from;
    this.sink = sink;
    this.consumer = clients.reader(id + "-" + topic.name());
    this.thread = new Thread(this::run, "follow-" + topic.name());
    this.thread.setDaemon(true);
  }

  /** Starts at the beginning; {@link #awaitCaughtUp} tells when what was there has been read. */
  public static <V> TopicFollower<V> start(
      Topic<String, V> topic, KafkaClients clients, String clientId, Sink<V> sink) {
    return start(topic, clients, clientId, From.BEGINNING, sink);
  }

  /** Starts following. */
  public static <V> TopicFollower<V> start(
      Topic<String, V> topic, KafkaClients clients, String clientId, From from, Sink<V> sink) {
    var follower = new TopicFollower<>(topic, clients, clientId, from, sink);
    follower.thread.start();
    return follower;
  }

  /** True when everything that was in the topic at the start has been handed on in time. */
  public boolean awaitCaughtUp(Duration within) throws InterruptedException {
    return caughtUp.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** True once everything that was in the topic at the start has been handed on. */
  public boolean isCaughtUp() {
    return caughtUp.getCount() == 0;
  }

  /** True when every record before these offsets has been handed on. */
  public boolean hasReached(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue());
  }

  /** False once the thread has ended, by {@link #close} or by an error. */
  public boolean isRunning() {
    return thread.isAlive();
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      var ends = assign();
      while (!closed) {
        for (var record : consumer.poll(POLL)) {
          RecordReader.read(
              topic, record, (key, value) -> sink.accept(key, value, record.timestamp()));
        }
        consumer.assignment().forEach(p -> positions.put(p, consumer.position(p)));
        if (hasReached(ends)) caughtUp.countDown();
      }
    } catch (WakeupException e) {
      if (!closed) log.error("{}: stopped following", topic.name(), e);
    } catch (KafkaException e) {
      log.error("{}: stopped following: {}", topic.name(), e.getMessage(), e);
    }
  }

  private Map<TopicPartition, Long> assign() {
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(p -> new TopicPartition(topic.name(), p))
            .toList();
    consumer.assign(partitions);
    if (from == From.END) {
      consumer.seekToEnd(partitions);
    } else {
      consumer.seekToBeginning(partitions);
    }
    return consumer.endOffsets(partitions);
  }
}
