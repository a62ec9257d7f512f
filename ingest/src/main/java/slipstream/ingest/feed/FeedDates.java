package slipstream.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;

/** Dates as feeds and pages write them. An impossible or unknown one is refused, never guessed. */
public final class FeedDates {
  private static final int MAX_LENGTH = 100;

  private FeedDates() {}

  /**
   * A date that was read.
   *
   * @param time null when only the day (or month, or year: its first day) was given
   * @param zone what the time is meant in; UTC when nothing was said
   */
  record Read(LocalDate day, @Nullable LocalTime time, ZoneOffset zone) {
    Instant at() {
      return day.atTime(time == null ? LocalTime.MIDNIGHT : time).toInstant(zone);
    }
  }

  /** The publication a text names; null when there is none or it cannot be read. */
  public static @Nullable Publication publication(@Nullable String text, Provenance provenance) {
    Read read = read(text);
    if (read == null) return null;
    return read.time() == null
        ? Publication.ofDay(read.day(), provenance)
        : Publication.ofInstant(read.at(), provenance);
  }

  /** The day a text names, in the zone that it is given in; null when it cannot be read. */
  public static @Nullable LocalDate day(@Nullable String text) {
    Read read = read(text);
    return read == null ? null : read.day();
  }

  /** The instant a text names, midnight UTC for a day; null when it cannot be read. */
  public static @Nullable Instant instant(@Nullable String text) {
    Read read = read(text);
    return read == null ? null : read.at();
  }

  private static @Nullable Read read(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) return null;
    String date = text.strip().replaceAll("[\\s\\u00a0\\u202f]+", " ");
    try {
      Read read = IsoDate.read(date);
      return read == null ? LooseDate.read(date) : read;
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }
}
