package slipstream.alerts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import slipstream.alerts.channel.RetrySchedule;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Subscription;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/**
 * Alerts in a process of its own, to be killed: the channels hook (works) and gone (nobody there).
 */
public final class AlertsProcess {
  private static final RetrySchedule DOUBLING =
      new RetrySchedule(
          IntStream.range(0, 30).mapToObj(i -> Duration.ofMillis(300L << Math.min(i, 6))).toList());

  private AlertsProcess() {}

  static Process start(String bootstrap, String prefix, String url) throws IOException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            AlertsProcess.class.getName(),
            bootstrap,
            prefix,
            url)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] args) throws InterruptedException {
    var channels =
        List.of(
            Installation.webhook("hook", args[2]),
            Installation.webhook("gone", "http://127.0.0.1:1/"));
    var all =
        new Subscription("all", List.of("hook", "gone"), List.of(), List.of(), List.of(), false);
    var service =
        new AlertsService(
            new KafkaClients(args[0]),
            Topics.of(args[1], Installation.PARTITIONS),
            () -> new Subscriptions(channels, List.of(all)),
            new SimpleMeterRegistry(),
            Clock.systemUTC(),
            DOUBLING);
    service.start();
    new CountDownLatch(1).await();
  }
}
