package slipstream.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    if (error != null) return failing(source, cursor, error, now);
    String silence = silence(cursor);
    return silence == null
        ? new SourceHealth(source, cursor, State.UP, "")
        : new SourceHealth(source, cursor, State.SILENT, silence);
  }

  /** True when the last poll succeeded. */
  boolean answers() {
    return state == State.UP || state == State.SILENT;
  }

  private static SourceHealth failing(Source source, Cursor cursor, String error, Instant now) {
    if (cursor.failures() == 0) return new SourceHealth(source, cursor, State.REFUSED, error);
    Instant answered = cursor.lastSuccess();
    boolean late = answered == null || answered.plus(patience(source, cursor)).isBefore(now);
    if (cursor.failures() < DOWN_FAILURES || !late) {
      return new SourceHealth(source, cursor, State.FAILING, error);
    }
    String since =
        answered == null
            ? "never answered"
            : "no answer since " + answered.truncatedTo(ChronoUnit.SECONDS);
    String detail = "%s, %d failures: %s".formatted(since, cursor.failures(), error);
    return new SourceHealth(source, cursor, State.DOWN, detail);
  }

  private static Duration patience(Source source, Cursor cursor) {
    Duration interval = source.interval() == null ? cursor.interval() : source.interval();
    return (interval == null ? USUAL : interval).multipliedBy(DOWN_INTERVALS);
  }

  /**
   * Says that the newest item is unusually old; null when it is not. Judged by the last time the
   * source answered: what was not asked cannot be silent.
   */
  private static @Nullable String silence(Cursor cursor) {
    Instant newest = cursor.newestItem();
    Instant asked = cursor.lastSuccess();
    if (newest == null || asked == null || cursor.gaps().size() < ENOUGH_GAPS) return null;
    List<Long> gaps = cursor.gaps().stream().sorted().toList();
    Duration median = Duration.ofSeconds(gaps.get(gaps.size() / 2));
    Duration since = Duration.between(newest, asked);
    if (since.compareTo(median.multipliedBy(SILENT_GAPS)) <= 0) return null;
    return "no new item for %s, usually one in %s".formatted(words(since), words(median));
  }

  private static String words(Duration time) {
    if (time.toHours() >= 48) return time.toDays() + " days";
    if (time.toMinutes() >= 120) return time.toHours() + " h";
    return time.toSeconds() >= 120 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }
}
