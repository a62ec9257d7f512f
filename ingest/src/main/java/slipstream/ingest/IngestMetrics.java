package slipstream.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final SourceMetrics sources;
  private final Map<String, String> labels = new ConcurrentHashMap<>();
  private final Timer age;

  /** What became of an entry of a source: the label of {@code slipstream.ingest.items}. */
  private enum Result {
    NEW,
    UPDATED,
    DUPLICATE,
    REJECTED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.sources = new SourceMetrics(registry);
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
    for (Refusal refusal : Refusal.values()) refused(refusal);
  }

  /** How the sources of this worker do. */
  SourceMetrics sources() {
    return sources;
  }

  /** Makes the meters of a source. */
  void register(Source source) {
    String label = label(source);
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.NONE) fetches(label, outcome);
    }
    for (Result result : Result.values()) items(label, result);
    size(label);
    if (label.equals(source.id())) sources.register(source.id());
  }

  /** Counts what was committed. */
  void count(Source source, Harvest harvest, Cursor before, Instant now) {
    if (harvest.outcome() == Outcome.NONE) return;
    String label = label(source);
    fetches(label, harvest.outcome()).increment();
    if (harvest.bytes() > 0) size(label).record((double) harvest.bytes());
    for (NewsItem item : harvest.items()) {
      boolean known = isKnown(before.seen().getOrDefault(item.id(), ""));
      items(label, known ? Result.UPDATED : Result.NEW).increment();
      if (item.published() != null) record(item.published().at(), now);
    }
    items(label, Result.DUPLICATE).increment(harvest.duplicates());
    items(label, Result.REJECTED).increment(harvest.rejected());
    if (harvest.refusal() != null) refused(harvest.refusal()).increment();
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

  /** What a list has named, but nobody has read yet, is a mark without a version before it. */
  private static boolean isKnown(String seen) {
    return !seen.isEmpty() && seen.charAt(0) != '@';
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
                : "tier:" + source.tier().name().toLowerCase(Locale.ROOT));
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

  private Counter refused(Refusal refusal) {
    return Counter.builder("slipstream.ingest.refused")
        .description("Answers that were no article, by what they were instead")
        .tag("reason", refusal.label())
        .register(registry);
  }

  private DistributionSummary size(String source) {
    return DistributionSummary.builder("slipstream.ingest.fetch.size")
        .description("Size of an answer after decoding")
        .baseUnit("bytes")
        .tag("source", source)
        .register(registry);
  }
}
