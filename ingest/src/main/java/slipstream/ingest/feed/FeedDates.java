package slipstream.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;

/** Dates as feeds and pages write them. An impossible or unknown one is refused, never guessed. */
public final class FeedDates {
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm[:ss] [zzz][Z]", Locale.ENGLISH);

  private FeedDates() {}

  /** The publication a text names; null when there is none or it cannot be read. */
  public static @Nullable Publication publication(@Nullable String text, Provenance provenance) {
    if (text == null || text.isBlank()) return null;
    String date = text.strip();
    if (date.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return day(date, provenance);
    }
    Instant at = instant(date);
    return at == null ? null : Publication.ofInstant(at, provenance);
  }

  private static @Nullable Publication day(String date, Provenance provenance) {
    try {
      return Publication.ofDay(LocalDate.parse(date), provenance);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant instant(String date) {
    try {
      if (!Character.isDigit(date.charAt(0)) || !date.contains("-")) {
        return RFC_822.parse(date, Instant::from);
      }
      String iso = date.replaceFirst("^(\\S+) (\\d\\d:.*)$", "$1T$2");
      return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
