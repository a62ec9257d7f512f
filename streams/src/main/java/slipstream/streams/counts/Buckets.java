package slipstream.streams.counts;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The buckets of publication that an item counts in. */
final class Buckets {
  static final String TOTAL = "total";

  private static final DateTimeFormatter HOUR =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH")
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .toFormatter(Locale.ROOT);

  private Buckets() {}

  /**
   * The total, and the day and hour of publication in UTC where there is one.
   *
   * @param oldest hours before it are not counted any more
   */
  static List<String> of(@Nullable Instant published, Instant oldest) {
    if (published == null) return List.of(TOTAL);
    var at = LocalDateTime.ofInstant(published.truncatedTo(HOURS), ZoneOffset.UTC);
    String day = at.toLocalDate().toString();
    return published.isBefore(oldest) ? List.of(TOTAL, day) : List.of(TOTAL, day, HOUR.format(at));
  }

  /** True for an hour that is over before a time. */
  static boolean isHourBefore(String bucket, Instant oldest) {
    if (bucket.indexOf('T') < 0) return false;
    var hour = LocalDateTime.parse(bucket, HOUR).toInstant(ZoneOffset.UTC);
    return !hour.plus(1, HOURS).isAfter(oldest);
  }
}
