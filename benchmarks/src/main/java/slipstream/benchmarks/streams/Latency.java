package slipstream.benchmarks.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.streams.StreamsService;
import slipstream.streams.StreamsSettings;

/** From an item in {@code news.items} to its change, for a reader of what is committed. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description =
        "Item sent to change read (read_committed) at a steady pace; one item in ten is a change. The"
            + " first part warms up.")
final class Latency implements Callable<Integer> {
  private static final int ONE_IN = 10;
  private static final double WARM_UP = 0.6;

  @Option(names = "--rate", description = "Items a second (default: ${DEFAULT-VALUE}).")
  private int rate = 100;

  @Option(names = "--seconds", description = "Length (default: ${DEFAULT-VALUE}).")
  private int seconds = 100;

  @Override
  public Integer call() throws Exception {
    try (var bench = new Bench()) {
      var topics = bench.create("latency.", 4);
      var analysis = News.analysis();
      try (var service =
              StreamsService.start(
                  bench.clients,
                  topics,
                  () -> analysis,
                  Instant::now,
                  () -> true,
                  bench.folder.resolve("state"),
                  StreamsSettings.DEFAULTS,
                  new SimpleMeterRegistry());
          var changes = new Changes(bench, topics)) {
        changes.publish(Duration.ofSeconds(seconds), rate, ONE_IN);
        changes.awaitRead();
        var ms = changes.latencies(WARM_UP);
        System.out.printf(
            "%d changes at %d items/s: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, max %.0f ms (%s)%n",
            ms.size(),
            rate,
            ms.get(ms.size() / 2),
            ms.get(ms.size() * 9 / 10),
            ms.get(ms.size() * 99 / 100),
            ms.get(ms.size() - 1),
            service.health().state());
      }
    }
    return 0;
  }
}
