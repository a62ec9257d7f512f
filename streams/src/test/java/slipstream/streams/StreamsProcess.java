package slipstream.streams;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/** The topology in a JVM of its own, to be killed. */
public final class StreamsProcess {
  static final InstantSource NOW = InstantSource.fixed(Instant.parse("2025-12-01T00:00:00Z"));

  private StreamsProcess() {}

  static ProcessBuilder of(KafkaClients clients, Topics topics, Path stateDir) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            StreamsProcess.class.getName(),
            clients.bootstrap(),
            topics.id(""),
            Integer.toString(topics.partitions()),
            stateDir.toString())
        .redirectErrorStream(true);
  }

  /**
   * Never ticks: more is on its way as long as it is going to be killed. Ends when the topology has
   * ended for good.
   */
  public static void main(String[] args) throws InterruptedException {
    var setter =
        Map.of(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallBuffers.class.getName());
    var service =
        StreamsService.start(
            new KafkaClients(args[0], setter),
            Topics.of(args[1], Integer.parseInt(args[2])),
            () -> Texts.ANALYSIS,
            NOW,
            () -> false,
            Path.of(args[3]),
            StreamsSettings.DEFAULTS,
            new SimpleMeterRegistry());
    await().dontCatchUncaughtExceptions().forever().until(() -> service.health().failure() != null);
    service.close();
    System.exit(1);
  }

  /** Each few dozen entries of a store go to a file. */
  public static final class SmallBuffers implements RocksDBConfigSetter {
    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
      options.setWriteBufferSize(1 << 15);
    }

    @Override
    public void close(String store, Options options) {}
  }
}
