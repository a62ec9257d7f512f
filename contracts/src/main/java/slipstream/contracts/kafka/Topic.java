package slipstream.contracts.kafka;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka topic, the types that travel on it, and how it is created.
 *
 * @param name with prefix and generation
 * @param keys how keys are written; a compound key is {@code partitionedBy|rest}
 * @param values how values are written
 * @param partitions number of partitions at creation
 * @param settings of the topic at creation, such as {@code cleanup.policy}
 */
public record Topic<K, V>(
    String name, Serde<K> keys, Serde<V> values, int partitions, Map<String, String> settings) {

  /**
   * The partition of a key: Kafka's default hash over what stands before the first {@code |}, so
   * that {@code subject|claimId} lies with {@code subject}.
   */
  public static int partition(String key, int partitions) {
    int bar = key.indexOf('|');
    byte[] by = Utils.utf8(bar < 0 ? key : key.substring(0, bar));
    return Utils.toPositive(Utils.murmur2(by)) % partitions;
  }

  /** A record for a byte producer: serialised with headers, put where its key belongs. */
  public ProducerRecord<byte[], byte[]> record(K key, @Nullable V value, int partitions) {
    var headers = new RecordHeaders();
    byte[] bytes = value == null ? null : values.serializer().serialize(name, headers, value);
    return new ProducerRecord<>(
        name,
        partition(key.toString(), partitions),
        null,
        keys.serializer().serialize(name, headers, key),
        bytes,
        headers);
  }
}
