package slipstream.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;
import slipstream.contracts.config.Source;

/**
 * What ingest counts, each meter at zero from the start. Labelled by source up to 200 sources, by
 * tier beyond.
 */
public final class IngestMetrics {
  private static final int MAX_LABELS = 200;

  private final MeterRegistry registry;
  private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();
  private final Map<String, String> labels = new ConcurrentHashMap<>();
  private final Timer age;

  /** What became of an entry of a source: the label of {@code slipstream.ingest.items}. */
  private enum Result {
    NEW,
    UPDATED,
    DUPLICATE,
    REJECTED;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.age =
        Timer.builder("slipstream.ingest.item.age")
            .description("From publication to ingest")
            .serviceLevelObjectives(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofHours(6),
                Duration.ofDays(1))
            .register(registry);
  }

  /** Makes the meters of a source. */
  void register(Source source) {
    String label = label(source);
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.NONE) fetches(label, outcome);
    }
    for (Result result : Result.values()) items(label, result);
    size(label);
    if (label.equals(source.id())) gauges(source.id());
  }

  /** Counts what was committed. */
  void count(Source source, Harvest harvest, Cursor before, Instant now) {
    cursors.put(source.id(), harvest.cursor());
    if (harvest.outcome() == Outcome.NONE) return;
    String label = label(source);
    fetches(label, harvest.outcome()).increment();
    if (harvest.bytes() > 0) size(label).record((double) harvest.bytes());
    for (NewsItem item : harvest.items()) {
      boolean known = before.seen().containsKey(item.id());
      items(label, known ? Result.UPDATED : Result.NEW).increment();
      if (item.published() != null) record(item.published().at(), now);
    }
    items(label, Result.DUPLICATE).increment(harvest.duplicates());
    items(label, Result.REJECTED).increment(harvest.rejected());
  }

  /** Times one poll, whatever became of it. */
  void time(Outcome outcome, Duration took) {
    if (outcome == Outcome.NONE) return;
    Timer.builder("slipstream.ingest.fetch")
        .description("Time of one poll")
        .tag("outcome", outcome.label())
        .serviceLevelObjectives(
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10))
        .register(registry)
        .record(took);
  }

  private void record(Instant published, Instant now) {
    Duration since = Duration.between(published, now);
    if (!since.isNegative()) age.record(since);
  }

  private String label(Source source) {
    return labels.computeIfAbsent(
        source.id(),
        id ->
            labels.size() < MAX_LABELS
                ? id
                : "tier:" + source.tier().name().toLowerCase(java.util.Locale.ROOT));
  }

  private Counter fetches(String source, Outcome outcome) {
    return Counter.builder("slipstream.ingest.fetches")
        .description("Polls of sources by outcome")
        .tag("source", source)
        .tag("outcome", outcome.label())
        .register(registry);
  }

  private Counter items(String source, Result result) {
    return Counter.builder("slipstream.ingest.items")
        .description("Entries of sources by what became of them")
        .tag("source", source)
        .tag("result", result.label())
        .register(registry);
  }

  private DistributionSummary size(String source) {
    return DistributionSummary.builder("slipstream.ingest.fetch.size")
        .description("Size of an answer after decoding")
        .baseUnit("bytes")
        .tag("source", source)
        .register(registry);
  }

  private void gauges(String source) {
    gauge(
        "slipstream.ingest.last.success",
        "When the source last answered",
        source,
        c -> seconds(c.lastSuccess()));
    gauge(
        "slipstream.ingest.newest.item",
        "Newest publication of the source",
        source,
        c -> seconds(c.newestItem()));
    gauge(
        "slipstream.ingest.poll.interval",
        "Time between two polls",
        source,
        c -> seconds(c.interval()));
    gauge("slipstream.ingest.backoff", "Wait after failures", source, IngestMetrics::backoff);
  }

  private void gauge(
      String name,
      String description,
      String source,
      java.util.function.ToDoubleFunction<Cursor> value) {
    TimeGauge.builder(
            name,
            cursors,
            TimeUnit.SECONDS,
            table -> {
              Cursor cursor = table.get(source);
              return cursor == null ? Double.NaN : value.applyAsDouble(cursor);
            })
        .description(description)
        .tag("source", source)
        .register(registry);
  }

  private static double backoff(Cursor cursor) {
    if (cursor.failures() == 0) return 0;
    if (cursor.lastPoll() == null || cursor.nextPoll() == null) return Double.NaN;
    return Duration.between(cursor.lastPoll(), cursor.nextPoll()).toSeconds();
  }

  private static double seconds(@Nullable Instant at) {
    return at == null ? Double.NaN : at.getEpochSecond();
  }

  private static double seconds(@Nullable Duration duration) {
    return duration == null ? Double.NaN : duration.toSeconds();
  }
}
