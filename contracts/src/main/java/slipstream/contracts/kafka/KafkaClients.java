package slipstream.contracts.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka clients the way Slipstream wants them: what is committed is all that is read, nothing is
 * lost silently, and a dead process is noticed in seconds.
 *
 * @param bootstrap {@code host:port}, several separated by commas
 * @param extra further client settings, such as security; they win over ours
 */
public record KafkaClients(String bootstrap, Map<String, String> extra) {
  private static final Duration MAX_BLOCK = Duration.ofSeconds(10);
  private static final Duration TRANSACTION = Duration.ofSeconds(10);
  private static final Duration SESSION = Duration.ofSeconds(6);
  private static final Duration HEARTBEAT = Duration.ofMillis(1500);

  public KafkaClients(String bootstrap) {
    this(bootstrap, Map.of());
  }

  public Admin admin(String clientId) {
    return Admin.create(new HashMap<>(common(AdminClientConfig.CLIENT_ID_CONFIG, clientId)));
  }

  /** A consumer of bytes that reads only what was committed, from the beginning, in no group. */
  public Consumer<byte[], byte[]> reader(String clientId) {
    return new KafkaConsumer<>(readerConfig(clientId));
  }

  /** A consumer of bytes in a group, which commits by hand (or in a transaction). */
  public Consumer<byte[], byte[]> member(String clientId, String group) {
    var config = readerConfig(clientId);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) HEARTBEAT.toMillis());
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
    config.putAll(extra);
    return new KafkaConsumer<>(config);
  }

  /** An idempotent producer of bytes. */
  public Producer<byte[], byte[]> producer(String clientId) {
    return new KafkaProducer<>(producerConfig(clientId));
  }

  /**
   * A transactional producer of bytes; {@code initTransactions} fences an older owner of the id.
   */
  public Producer<byte[], byte[]> transactional(String clientId, String transactionalId) {
    var config = producerConfig(clientId);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION.toMillis());
    return new KafkaProducer<>(config);
  }

  private Map<String, Object> readerConfig(String clientId) {
    var config = common(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    config.putAll(extra);
    return config;
  }

  private Map<String, Object> producerConfig(String clientId) {
    var config = common(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis());
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1024 * 1024);
    config.putAll(extra);
    return config;
  }

  private Map<String, Object> common(String clientIdKey, String clientId) {
    var config = new HashMap<String, Object>();
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    config.put(clientIdKey, clientId);
    config.putAll(extra);
    return config;
  }
}
