package slipstream.contracts.kafka;

import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads single records of a topic. */
public final class RecordReader {
  private static final Logger log = LoggerFactory.getLogger(RecordReader.class);

  private RecordReader() {}

  /**
   * Hands a record on.
   *
   * @param sink takes key and value; null = deleted
   * @return false when it cannot be read: it was skipped with a warning
   */
  public static <K, V> boolean read(
      Topic<K, V> topic, ConsumerRecord<byte[], byte[]> record, BiConsumer<K, @Nullable V> sink) {
    try {
      K key = topic.keys().deserializer().deserialize(topic.name(), record.key());
      V value =
          topic.values().deserializer().deserialize(topic.name(), record.headers(), record.value());
      sink.accept(key, value);
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
