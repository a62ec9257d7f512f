package slipstream.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.ingest.SourceHealth.State;

/** How the sources of this worker do now, as gauges and in words. */
final class SourceMetrics {
  private final MeterRegistry registry;
  private final Map<String, SourceHealth> sources = new ConcurrentHashMap<>();

  SourceMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (State state : State.values()) {
      Gauge.builder("slipstream.ingest.sources", () -> count(state))
          .description("Sources of this worker by how they do")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  /** Makes the gauges of one source, which read NaN while it is with another worker. */
  void register(String source) {
    time(
        "slipstream.ingest.last.success",
        "When the source last answered",
        source,
        c -> at(c.lastSuccess()));
    time(
        "slipstream.ingest.newest.item",
        "Newest publication of the source",
        source,
        c -> at(c.newestItem()));
    time(
        "slipstream.ingest.poll.interval",
        "Time between two polls",
        source,
        c -> seconds(c.interval()));
    time("slipstream.ingest.backoff", "Wait after failures", source, SourceMetrics::backoff);
    for (State state : List.of(State.DOWN, State.SILENT)) {
      Gauge.builder("slipstream.ingest.source.alarm", sources, all -> is(all.get(source), state))
          .description("1 while the source is down or silent")
          .tag("source", source)
          .tag("alarm", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  void put(SourceHealth health) {
    sources.put(health.source().id(), health);
  }

  /** The source went to another worker, or is no more. */
  void remove(String source) {
    sources.remove(source);
  }

  long count(State state) {
    return sources.values().stream().filter(health -> health.state() == state).count();
  }

  /** Ids of the sources in a state. */
  List<String> in(State state) {
    return sources.values().stream()
        .filter(health -> health.state() == state)
        .map(health -> health.source().id())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private void time(
      String name, String description, String source, ToDoubleFunction<Cursor> value) {
    TimeGauge.builder(
            name,
            sources,
            TimeUnit.SECONDS,
            all -> {
              SourceHealth health = all.get(source);
              return health == null ? Double.NaN : value.applyAsDouble(health.cursor());
            })
        .description(description)
        .tag("source", source)
        .register(registry);
  }

  private static double is(@Nullable SourceHealth health, State state) {
    if (health == null) return Double.NaN;
    return health.state() == state ? 1 : 0;
  }

  private static double backoff(Cursor cursor) {
    if (cursor.failures() == 0) return 0;
    if (cursor.lastPoll() == null || cursor.nextPoll() == null) return Double.NaN;
    return Duration.between(cursor.lastPoll(), cursor.nextPoll()).toSeconds();
  }

  private static double at(@Nullable Instant at) {
    return at == null ? Double.NaN : at.getEpochSecond();
  }

  private static double seconds(@Nullable Duration duration) {
    return duration == null ? Double.NaN : duration.toSeconds();
  }
}
