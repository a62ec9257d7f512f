package slipstream.alerts.outbox;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;

/** Reads one partition of a topic from its beginning to its present end. */
public final class PartitionLoader {
  private static final Logger log = LoggerFactory.getLogger(PartitionLoader.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private PartitionLoader() {}

  /**
   * Hands on every committed record, in order.
   *
   * @param into key and value; null = deleted
   * @return how many could not be read
   * @throws KafkaException when Kafka does not answer
   */
  public static <V> int load(
      KafkaClients clients,
      Topic<String, V> topic,
      int partition,
      String clientId,
      BiConsumer<String, @Nullable V> into) {
    var tp = new TopicPartition(topic.name(), partition);
    try (var reader = clients.reader(clientId + "-load-" + partition)) {
      reader.assign(List.of(tp));
      reader.seekToBeginning(List.of(tp));
      long end = reader.endOffsets(List.of(tp)).getOrDefault(tp, 0L);
      long deadline = System.nanoTime() + SILENCE.toNanos();
      long position = reader.position(tp);
      int unreadable = 0;
      while (position < end) {
        for (var record : reader.poll(POLL)) {
          if (!accept(topic, record, into)) unreadable++;
        }
        long now = reader.position(tp);
        if (now > position) deadline = System.nanoTime() + SILENCE.toNanos();
        if (System.nanoTime() > deadline) throw new TimeoutException("cannot load " + tp);
        position = now;
      }
      return unreadable;
    }
  }

  private static <V> boolean accept(
      Topic<String, V> topic,
      ConsumerRecord<byte[], byte[]> record,
      BiConsumer<String, @Nullable V> into) {
    try {
      String key = topic.keys().deserializer().deserialize(topic.name(), record.key());
      into.accept(key, topic.values().deserializer().deserialize(topic.name(), record.value()));
      return true;
    } catch (SerializationException e) {
      log.warn(
          "{}-{}@{}: skipped: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return false;
    }
  }
}
