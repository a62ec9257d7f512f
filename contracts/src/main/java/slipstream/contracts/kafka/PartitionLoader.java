package slipstream.contracts.kafka;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads one partition of one or more topics from the beginning to the present end. */
public final class PartitionLoader {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final int partition;
  private final Map<String, Predicate<ConsumerRecord<byte[], byte[]>>> sinks =
      new LinkedHashMap<>();

  public PartitionLoader(int partition) {
    this.partition = partition;
  }

  /**
   * What came of it.
   *
   * @param ends offset up to which each topic was read
   * @param unreadable records that were skipped
   */
  public record Loaded(Map<String, Long> ends, int unreadable) {
    public long end(Topic<?, ?> topic) {
      return requireNonNull(ends.get(topic.name()));
    }
  }

  /** Hands every committed record of a topic on, in order: key and value; null = deleted. */
  public <V> PartitionLoader into(Topic<String, V> topic, BiConsumer<String, @Nullable V> sink) {
    sinks.put(topic.name(), record -> RecordReader.read(topic, record, sink));
    return this;
  }

  /** As {@link #into}, into a table by key. */
  public <V> PartitionLoader into(Topic<String, V> topic, Map<String, V> table) {
    return into(
        topic,
        (key, value) -> {
          if (value == null) table.remove(key);
          else table.put(key, value);
        });
  }

  /**
   * Reads.
   *
   * @throws KafkaException when Kafka does not answer
   */
  public Loaded load(KafkaClients clients, String clientId) {
    try (var reader = clients.reader(clientId + "-load-" + partition)) {
      reader.assign(sinks.keySet().stream().map(t -> new TopicPartition(t, partition)).toList());
      reader.seekToBeginning(reader.assignment());
      var ends = reader.endOffsets(reader.assignment());
      long left = left(reader, ends);
      long deadline = System.nanoTime() + SILENCE.toNanos();
      int unreadable = 0;
      while (left > 0) {
        for (var record : reader.poll(POLL)) {
          if (!requireNonNull(sinks.get(record.topic())).test(record)) unreadable++;
        }
        long now = left(reader, ends);
        if (now < left) deadline = System.nanoTime() + SILENCE.toNanos();
        if (System.nanoTime() > deadline) {
          throw new TimeoutException("cannot load " + ends.keySet());
        }
        left = now;
      }
      return new Loaded(positions(reader), unreadable);
    }
  }

  private static long left(Consumer<?, ?> reader, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - reader.position(end.getKey())))
        .sum();
  }

  private static Map<String, Long> positions(Consumer<?, ?> reader) {
    return reader.assignment().stream()
        .collect(Collectors.toMap(TopicPartition::topic, reader::position));
  }
}
