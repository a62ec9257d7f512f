package slipstream.streams.counts;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buckets of publication that an item counts in. */
final class Buckets {
  static final String TOTAL = "total";

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH");

  private Buckets() {}

  /** The total, and the day and hour of publication in UTC where there is one. */
  static List<String> of(@Nullable Instant published) {
    if (published == null) return List.of(TOTAL);
    var at = LocalDateTime.ofInstant(published.truncatedTo(HOURS), ZoneOffset.UTC);
    return List.of(TOTAL, at.toLocalDate().toString(), HOUR.format(at));
  }
}
