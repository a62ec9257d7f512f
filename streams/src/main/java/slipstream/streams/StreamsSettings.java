package slipstream.streams;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/**
 * How the topology is run.
 *
 * @param threads stream threads; more than partitions is useless
 * @param commitInterval how often a transaction is committed: a change is seen half of it later, on
 *     average, at each hop
 * @param sessionTimeout after which a silent instance is taken for dead
 * @param transactionTimeout after which the open transaction of a dead instance is given up
 * @param neutralBand mean sentiments from -band to +band are neutral
 * @param storiesKept how long after an item was learned its copies are still looked for, an item
 *     that names nothing is remembered, and one on a theme goes with a change
 * @param hoursKept how long after publication hourly counts are kept; days and totals stay for ever
 * @param tickAtLeastEvery how often the clock is told to the ledger when nothing happens
 * @param announces false for a ledger that is built beside the running one and must stay silent
 * @param extra further Kafka Streams settings; they win over ours
 */
public record StreamsSettings(
    int threads,
    Duration commitInterval,
    Duration sessionTimeout,
    Duration transactionTimeout,
    double neutralBand,
    Duration storiesKept,
    Duration hoursKept,
    Duration tickAtLeastEvery,
    boolean announces,
    Map<String, String> extra) {
  /** Heartbeats within a session, as Kafka's documentation advises. */
  private static final int HEARTBEATS = 4;

  /** A year, when stories are kept for a month. */
  private static final int ITEMS_KEPT = 12;

  public StreamsSettings {
    extra = Map.copyOf(extra);
  }

  /** Longer than any news goes back. */
  public static final Duration FOR_EVER = Duration.ofDays(365_000);

  /** Environment: days for which stories are kept. */
  public static final String STORY_DAYS = "SLIPSTREAM_STORY_DAYS";

  /** Environment: days for which hourly counts are kept. */
  public static final String HOURLY_DAYS = "SLIPSTREAM_HOURLY_DAYS";

  public static final StreamsSettings DEFAULTS =
      new StreamsSettings(
          1,
          Duration.ofMillis(50),
          Duration.ofSeconds(6),
          Duration.ofSeconds(10),
          0.15,
          Duration.ofDays(30),
          FOR_EVER,
          Duration.ofHours(1),
          true,
          Map.of());

  /**
   * The defaults with what the environment says otherwise.
   *
   * @throws IllegalArgumentException naming a variable that is no positive number of days
   */
  public static StreamsSettings of(Map<String, String> environment) {
    return new StreamsSettings(
        DEFAULTS.threads,
        DEFAULTS.commitInterval,
        DEFAULTS.sessionTimeout,
        DEFAULTS.transactionTimeout,
        DEFAULTS.neutralBand,
        days(environment, STORY_DAYS, DEFAULTS.storiesKept),
        days(environment, HOURLY_DAYS, DEFAULTS.hoursKept),
        DEFAULTS.tickAtLeastEvery,
        DEFAULTS.announces,
        DEFAULTS.extra);
  }

  private static Duration days(Map<String, String> environment, String name, Duration otherwise) {
    String text = environment.get(name);
    if (text == null || text.isBlank()) return otherwise;
    if (text.matches("[1-9]\\d{0,5}")) return Duration.ofDays(Integer.parseInt(text));
    throw new IllegalArgumentException(name + "=" + text + " is no positive number of days");
  }

  /**
   * How long an item that names something is remembered: of that, an older version must not be
   * taken for news when it is read again.
   */
  Duration itemsKept() {
    return storiesKept.multipliedBy(ITEMS_KEPT);
  }

  /** The same for a ledger that announces nothing. */
  public StreamsSettings silent() {
    return new StreamsSettings(
        threads,
        commitInterval,
        sessionTimeout,
        transactionTimeout,
        neutralBand,
        storiesKept,
        hoursKept,
        tickAtLeastEvery,
        false,
        extra);
  }

  /** The Kafka Streams configuration. */
  Properties properties(KafkaClients clients, Topics topics, Path stateDir, StreamsMeters meters) {
    var p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.generationId("slipstream"));
    p.put(StreamsConfig.CLIENT_ID_CONFIG, topics.generationId("slipstream"));
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, clients.bootstrap());
    p.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
    p.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), millis(sessionTimeout));
    p.put(
        consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        millis(sessionTimeout.dividedBy(HEARTBEATS)));
    p.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), millis(transactionTimeout));
    p.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    p.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
    putAside(p, topics, meters);
    p.putAll(clients.extra());
    p.putAll(extra);
    return p;
  }

  private static void putAside(Properties p, Topics topics, StreamsMeters meters) {
    p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    p.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    p.put("processing.exception.handler.global.enabled", true);
    p.put(DeadLetters.TOPIC, topics.newsDeadLetters().name());
    p.put(DeadLetters.METERS, meters);
  }

  private static int millis(Duration duration) {
    return (int) duration.toMillis();
  }
}
