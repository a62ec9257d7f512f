package slipstream.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;

/**
 * How a source does, told from its cursor alone.
 *
 * @param state in one word
 * @param detail in one line; empty when there is nothing to say
 */
public record SourceHealth(Source source, Cursor cursor, State state, String detail) {
  private static final int DOWN_FAILURES = 3;
  private static final int DOWN_INTERVALS = 2;
  private static final int SILENT_GAPS = 3;
  private static final int ENOUGH_GAPS = 5;
  private static final Duration USUAL = Duration.ofMinutes(30);

  /** A state; DOWN and SILENT go away by themselves when the source answers or has news. */
  public enum State {
    /** Not polled yet. */
    WAITING,
    /** Answers. */
    UP,
    /** The last polls failed, but not for long. */
    FAILING,
    /** Three failures in a row and no answer for two intervals. */
    DOWN,
    /** Answers, but its newest item is older than three times its usual gap. */
    SILENT,
    /** Settings forbid fetching it. */
    REFUSED
  }

  public static SourceHealth of(Source source, @Nullable Cursor stored, Instant now) {
    Cursor cursor = stored == null ? Cursor.start(source.id()) : stored;
    String error = cursor.lastError();
    if (cursor.lastPoll() == null) return new SourceHealth(source, cursor, State.WAITING, "");
    if (error != null) {
      return new SourceHealth(source, cursor, failing(source, cursor, now), error);
    }
    Duration silence = silence(cursor, now);
    if (silence == null) return new SourceHealth(source, cursor, State.UP, "");
    String detail = "no new item for " + silence.toHours() + " h";
    return new SourceHealth(source, cursor, State.SILENT, detail);
  }

  private static State failing(Source source, Cursor cursor, Instant now) {
    if (cursor.failures() == 0) return State.REFUSED;
    Duration interval = source.interval() == null ? cursor.interval() : source.interval();
    Duration patience = (interval == null ? USUAL : interval).multipliedBy(DOWN_INTERVALS);
    Instant answered = cursor.lastSuccess();
    boolean late = answered == null || answered.plus(patience).isBefore(now);
    return cursor.failures() >= DOWN_FAILURES && late ? State.DOWN : State.FAILING;
  }

  /** Time since the newest item when it is unusually long; null otherwise. */
  private static @Nullable Duration silence(Cursor cursor, Instant now) {
    if (cursor.newestItem() == null || cursor.gaps().size() < ENOUGH_GAPS) return null;
    List<Long> gaps = cursor.gaps().stream().sorted().toList();
    Duration median = Duration.ofSeconds(gaps.get(gaps.size() / 2));
    Duration since = Duration.between(cursor.newestItem(), now);
    return since.compareTo(median.multipliedBy(SILENT_GAPS)) > 0 ? since : null;
  }
}
