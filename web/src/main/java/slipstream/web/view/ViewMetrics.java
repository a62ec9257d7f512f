package slipstream.web.view;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Certainty;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.OutlookState;
import slipstream.contracts.SentimentCount;
import slipstream.contracts.Window;

/** What is held, as gauges: when each subject is expected, and the mood. */
public final class ViewMetrics {
  /** Held states of {@code slipstream.subject.status}: of each subject exactly one is 1. */
  public static final List<String> STATUSES =
      List.of(
          "none",
          "scheduled",
          "delayed",
          "accelerated",
          "undated",
          "denied",
          "overdue",
          "released",
          "cancelled",
          "unknown");

  private static final Set<ClaimStatus> PLANS =
      Set.of(ClaimStatus.SCHEDULED, ClaimStatus.DELAYED, ClaimStatus.ACCELERATED);
  private static final Set<Certainty> FIRM = Set.of(Certainty.OFFICIAL, Certainty.REPORTED);
  private static final int SECONDS_A_DAY = 86_400;

  private final Supplier<Snapshot> views;
  private final MultiGauge release;
  private final MultiGauge slip;
  private final MultiGauge status;
  private final MultiGauge sentiment;

  public ViewMetrics(MeterRegistry registry, Supplier<Snapshot> views) {
    this.views = views;
    this.release =
        MultiGauge.builder("slipstream.expected.release")
            .description("First and last day of the window held, 00:00 UTC; NaN when none")
            .baseUnit("seconds")
            .register(registry);
    this.slip =
        MultiGauge.builder("slipstream.expected.slip")
            .description(
                "Last day held now minus the last day first claimed; NaN when either is open")
            .baseUnit("seconds")
            .register(registry);
    this.status =
        MultiGauge.builder("slipstream.subject.status")
            .description("1 for what is held of the subject now, 0 for all else")
            .register(registry);
    this.sentiment =
        MultiGauge.builder("slipstream.sentiment.mean")
            .description("Mean sentiment of all items towards the subject or theme, -1 to 1")
            .register(registry);
  }

  /** Brings the gauges up to date. */
  public void refresh() {
    var now = views.get();
    release.register(now.outlooks().stream().flatMap(ViewMetrics::bounds).toList(), true);
    slip.register(
        now.outlooks().stream().map(o -> slip(o, now.claimsOf(o.subject()))).toList(), true);
    status.register(now.outlooks().stream().flatMap(ViewMetrics::states).toList(), true);
    sentiment.register(
        now.sentimentCounts().stream()
            .filter(c -> c.bucket().equals("total") && c.n() > 0)
            .map(ViewMetrics::mean)
            .toList(),
        true);
  }

  private static Stream<Row<?>> bounds(Outlook outlook) {
    Window window = outlook.held().window();
    return Stream.of(
        Row.of(
            Tags.of("subject", outlook.subject(), "bound", "earliest"),
            epochSeconds(window == null ? null : window.earliest())),
        Row.of(
            Tags.of("subject", outlook.subject(), "bound", "latest"),
            epochSeconds(window == null ? null : window.latest())));
  }

  private static Row<?> slip(Outlook outlook, List<LedgerClaim> claims) {
    Window held = outlook.held().window();
    double now = epochSeconds(held == null ? null : held.latest());
    double first =
        claims.stream()
            .flatMap(Plan::of)
            .min(Comparator.comparing(Plan::publishedAt))
            .map(p -> epochSeconds(p.latest()))
            .orElse(Double.NaN);
    return Row.of(Tags.of("subject", outlook.subject()), now - first);
  }

  /** A plan that was claimed firmly: what a slip is measured from. */
  private record Plan(Instant publishedAt, LocalDate latest) {
    static Stream<Plan> of(LedgerClaim entry) {
      var claim = entry.claim();
      var published = entry.item().published();
      Window window = claim.window();
      if (published == null || window == null || window.latest() == null) return Stream.empty();
      boolean counts = PLANS.contains(claim.status()) && FIRM.contains(claim.certainty());
      return counts ? Stream.of(new Plan(published.at(), window.latest())) : Stream.empty();
    }
  }

  private static Stream<Row<?>> states(Outlook outlook) {
    String held = state(outlook);
    return STATUSES.stream()
        .map(
            s ->
                Row.of(Tags.of("subject", outlook.subject(), "status", s), s.equals(held) ? 1 : 0));
  }

  private static String state(Outlook outlook) {
    var held = outlook.held();
    if (outlook.overdue()) return "overdue";
    if (held.state() == OutlookState.NO_DATE) return "undated";
    ClaimStatus status = held.status();
    if (held.state() == OutlookState.NONE || status == null) return "none";
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Row<?> mean(SentimentCount count) {
    return Row.of(Tags.of("watched", count.watched()), count.sum() / count.n());
  }

  private static double epochSeconds(@Nullable LocalDate day) {
    return day == null ? Double.NaN : (double) day.toEpochDay() * SECONDS_A_DAY;
  }
}
