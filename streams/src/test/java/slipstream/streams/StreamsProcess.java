package slipstream.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/** The topology in a JVM of its own, to be killed. */
final class StreamsProcess {
  static final InstantSource NOW = InstantSource.fixed(Instant.parse("2025-12-01T00:00:00Z"));

  private StreamsProcess() {}

  static Process start(KafkaClients clients, String prefix, int partitions, Path stateDir)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            StreamsProcess.class.getName(),
            clients.bootstrap(),
            prefix,
            Integer.toString(partitions),
            stateDir.toString())
        .redirectErrorStream(true)
        .redirectOutput(new File(stateDir.toFile().getParentFile(), "process.log"))
        .start();
  }

  /** Never ticks: more is on its way as long as it is going to be killed. */
  public static void main(String[] args) throws InterruptedException {
    StreamsService.start(
        new KafkaClients(args[0]),
        Topics.of(args[1], Integer.parseInt(args[2])),
        () -> Texts.ANALYSIS,
        NOW,
        () -> false,
        Path.of(args[3]),
        StreamsSettings.DEFAULTS,
        new SimpleMeterRegistry());
    Thread.currentThread().join();
  }
}
