package slipstream.streams;

import java.time.Duration;
import java.util.Map;

/**
 * How the topology is run.
 *
 * @param threads stream threads; more than partitions is useless
 * @param commitInterval how often a transaction is committed: a change is seen half of it later, on
 *     average, at each hop
 * @param sessionTimeout after which a silent instance is taken for dead
 * @param transactionTimeout after which the open transaction of a dead instance is given up
 * @param neutralBand mean sentiments from -band to +band are neutral
 * @param tickAtLeastEvery how often the clock is told to the ledger when nothing happens
 * @param extra further Kafka Streams settings; they win over ours
 */
public record StreamsSettings(
    int threads,
    Duration commitInterval,
    Duration sessionTimeout,
    Duration transactionTimeout,
    double neutralBand,
    Duration tickAtLeastEvery,
    Map<String, String> extra) {
  public StreamsSettings {
    extra = Map.copyOf(extra);
  }

  public static final StreamsSettings DEFAULTS =
      new StreamsSettings(
          1,
          Duration.ofMillis(50),
          Duration.ofSeconds(6),
          Duration.ofSeconds(10),
          0.15,
          Duration.ofHours(1),
          Map.of());
}
