package slipstream.alerts;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.config.Subscriptions.Subscription;
import slipstream.contracts.kafka.KafkaClients;

/**
 * A measurement, not a test: how many changes a second reach a local webhook, and how long one
 * takes from its record to the receiver at 50 a second. Broker, alerts and receiver share the
 * machine.
 */
public final class Throughput {
  private static final int BURST = 5000;
  private static final int PACED = 1000;
  private static final Duration PACE = Duration.ofMillis(20);

  private Throughput() {}

  public static void main(String[] args) throws Exception {
    try (var broker = EmbeddedBroker.start(Files.createTempDirectory("throughput"), 0);
        var installation = new Installation(new KafkaClients(broker.bootstrap()));
        var receiver = new Receiver()) {
      var hook = new Channel("hook", "webhook", Map.of("url", receiver.url("/"), "parallel", "2"));
      var all = new Subscription("all", List.of("hook"), List.of(), List.of(), List.of(), false);
      var service = installation.start(new Subscriptions(List.of(hook), List.of(all)));
      for (int round = 0; round < 3; round++) burst(installation, receiver, service, round);
      paced(installation, receiver);
    }
  }

  private static void burst(Installation at, Receiver receiver, AlertsService service, int round) {
    int before = receiver.received().size();
    long cpu = cpu();
    long start = System.nanoTime();
    for (int i = 0; i < BURST; i++) {
      at.send(Changes.change("b" + round + "-" + i, "subject-" + i % 50));
    }
    await(receiver, before + BURST);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "burst %d: %d changes in %.2f s = %.0f/s, %.2f s of CPU (broker, sender, alerts, receiver)%n",
        round, BURST, seconds, BURST / seconds, (cpu() - cpu) / 1e9);
    while (!service.isIdle()) LockSupport.parkNanos(1_000_000);
  }

  private static void paced(Installation at, Receiver receiver) {
    int before = receiver.received().size();
    var sent = new ConcurrentHashMap<String, Long>();
    long next = System.nanoTime();
    for (int i = 0; i < PACED; i++) {
      next += PACE.toNanos();
      LockSupport.parkNanos(next - System.nanoTime());
      sent.put("p" + i + ":hook", System.nanoTime());
      at.send(Changes.change("p" + i, "subject-" + i % 50));
    }
    await(receiver, before + PACED);
    long[] micros =
        receiver.received().stream()
            .skip(before)
            .mapToLong(r -> (r.nanos() - sent.get(r.header("webhook-id"))) / 1000)
            .sorted()
            .toArray();
    System.out.printf(
        "50/s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms of %d%n",
        micros[micros.length / 2] / 1e3,
        micros[micros.length * 95 / 100] / 1e3,
        micros[micros.length * 99 / 100] / 1e3,
        Arrays.stream(micros).max().orElse(0) / 1e3,
        micros.length);
  }

  private static void await(Receiver receiver, int count) {
    while (receiver.received().size() < count) LockSupport.parkNanos(1_000_000);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
