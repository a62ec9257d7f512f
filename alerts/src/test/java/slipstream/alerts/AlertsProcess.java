package slipstream.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import slipstream.alerts.channel.RetrySchedule;
import slipstream.broker.ChildJvm;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/** Alerts in a process of its own, to be killed. */
public final class AlertsProcess {
  private static final RetrySchedule DOUBLING =
      new RetrySchedule(
          IntStream.range(0, 30).mapToObj(i -> Duration.ofMillis(300L << Math.min(i, 6))).toList());

  private AlertsProcess() {}

  static Process start(Installation at, String subscriptions) throws IOException {
    return ChildJvm.of(
            List.of("-Xmx256m"),
            AlertsProcess.class,
            at.bootstrap(),
            at.topics.id(""),
            subscriptions)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Ends it as a crash does: kill -9. */
  static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor()).isEqualTo(137);
  }

  public static void main(String[] args) throws InterruptedException {
    var subscriptions = ConfigReader.read("subscriptions.yaml", args[2], Subscriptions.class);
    var service =
        new AlertsService(
            new KafkaClients(args[0]),
            Topics.of(args[1], Installation.PARTITIONS),
            () -> subscriptions,
            new SimpleMeterRegistry(),
            Clock.systemUTC(),
            DOUBLING);
    service.start();
    new CountDownLatch(1).await();
  }
}
