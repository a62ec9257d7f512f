package slipstream.ingest.fetch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When to come again. A source without an interval of its own finds one between 10 minutes and 24
 * hours, such that one to two thirds of what a poll brings is known already.
 */
public final class PollPlan {
  /** No source is left alone for longer, whatever it asks or however often it fails. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final Duration FIRST = Duration.ofMinutes(30);
  private static final double MOSTLY_KNOWN = 0.67;
  private static final double MOSTLY_NEW = 0.33;
  private static final double STEP = 1.5;
  private static final double JITTER = 0.1;

  private PollPlan() {}

  /**
   * The interval after a poll that succeeded.
   *
   * @param configured by the operator; wins
   * @param before the interval until now; null = none yet
   * @param known share of the entries that were known, 1 when nothing was sent
   */
  public static Duration adapt(
      @Nullable Duration configured, @Nullable Duration before, double known) {
    if (configured != null) return configured;
    if (before == null) return FIRST;
    if (known > MOSTLY_KNOWN) return bounded(scale(before, STEP));
    return known < MOSTLY_NEW ? bounded(scale(before, 1 / STEP)) : before;
  }

  /** The longest of what we want and what the server asks for, capped, with up to 10 % more. */
  public static Duration next(Duration interval, @Nullable Duration... asked) {
    Duration longest =
        Stream.concat(Stream.of(interval), Stream.of(asked).filter(d -> d != null))
            .max(Duration::compareTo)
            .orElse(interval);
    Duration capped = min(longest, LONGEST);
    return scale(capped, 1 + ThreadLocalRandom.current().nextDouble(JITTER));
  }

  /** Longer with every failure in a row, and never for ever. */
  public static Duration afterFailure(
      Duration interval, int failures, @Nullable Duration retryAfter) {
    return next(min(interval.multipliedBy(Math.max(1, failures)), LONGEST), retryAfter);
  }

  private static Duration bounded(Duration interval) {
    return interval.compareTo(SHORTEST) < 0 ? SHORTEST : min(interval, LONGEST);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration scale(Duration duration, double by) {
    return Duration.ofMillis((long) (duration.toMillis() * by));
  }
}
