package slipstream.benchmarks.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;
import slipstream.streams.StreamsService;
import slipstream.streams.StreamsSettings;

/** How long no change can be read while an instance restarts or is killed. */
@Command(
    name = "gaps",
    mixinStandardHelpOptions = true,
    description =
        "The longest time without a change in any partition: around a planned restart of the only instance,"
            + " and around kill -9 of one of two. About ten changes a second.")
final class Gaps implements Callable<Integer> {
  private static final int RATE = 10;

  @Override
  public Integer call() throws Exception {
    try (var bench = new Bench()) {
      System.out.printf("planned restart: longest gap %.1f s%n", planned(bench));
      System.out.printf("kill -9 of one of two: longest gap %.1f s%n", killed(bench));
    }
    return 0;
  }

  private static double planned(Bench bench) throws Exception {
    var topics = bench.create("planned.", 4);
    try (var changes = new Changes(bench, topics)) {
      long from;
      Thread publisher;
      try (var service = start(bench.clients, topics, bench.folder.resolve("planned"))) {
        changes.publish(Duration.ofSeconds(20), RATE, 1);
        changes.awaitRead();
        if (!service.health().isWell()) System.out.println(service.health());
        from = System.nanoTime() - Duration.ofSeconds(2).toNanos();
        publisher = publishing(changes, Duration.ofSeconds(12));
        Thread.sleep(2_000);
      }
      try (var service = start(bench.clients, topics, bench.folder.resolve("planned"))) {
        publisher.join();
        changes.awaitRead();
        if (service.health().failure() != null) System.out.println(service.health());
        return changes.longestGap(from);
      }
    }
  }

  private static double killed(Bench bench) throws Exception {
    var topics = bench.create("killed.", 4);
    var first = child(bench, "one");
    var second = child(bench, "two");
    try (var changes = new Changes(bench, topics)) {
      // Until both have their partitions.
      changes.publish(Duration.ofSeconds(25), RATE, 1);
      changes.awaitRead();
      long from = System.nanoTime() - Duration.ofSeconds(2).toNanos();
      Thread publisher = publishing(changes, Duration.ofSeconds(25));
      Thread.sleep(3_000);
      first.destroyForcibly().waitFor();
      publisher.join();
      changes.awaitRead();
      return changes.longestGap(from);
    } finally {
      first.destroyForcibly();
      second.destroyForcibly();
    }
  }

  private static Thread publishing(Changes changes, Duration time) {
    var thread =
        new Thread(
            () -> {
              try {
                changes.publish(time, RATE, 1);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "publisher");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static Process child(Bench bench, String name) throws Exception {
    return Bench.java(
        List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        Child.class,
        bench.clients.bootstrap(),
        bench.folder.resolve("killed-" + name).toString());
  }

  private static StreamsService start(KafkaClients clients, Topics topics, Path state)
      throws InterruptedException {
    var analysis = News.analysis();
    return StreamsService.start(
        clients,
        topics,
        () -> analysis,
        Instant::now,
        () -> true,
        state,
        StreamsSettings.DEFAULTS,
        new SimpleMeterRegistry());
  }

  /** An instance in a process of its own. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws InterruptedException {
      start(new KafkaClients(args[0]), Topics.of("killed.", 4), Path.of(args[1]));
      Thread.currentThread().join();
    }
  }
}
