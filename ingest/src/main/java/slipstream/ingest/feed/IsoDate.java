package slipstream.ingest.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.feed.FeedDates.Read;

/**
 * Dates of ISO 8601 and its profiles (W3C, RFC 3339), with the old two-digit forms, and numbers of
 * seconds or milliseconds since 1970.
 */
final class IsoDate {
  private static final Pattern EXTENDED =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?(?:[Tt ] ?(\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:[.,]\\d+)?)?)"
              + " ?(Z|z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)?)?");

  private static final Pattern BASIC =
      Pattern.compile(
          "(\\d{4})(\\d\\d)(\\d\\d)(?:[Tt]?(\\d\\d)(\\d\\d)(\\d\\d)?(Z|z|[+-]\\d{2}:?\\d{2})?)?");

  private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d\\d)(?:-?([1-7]))?");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})");
  private static final Pattern SHORT_DAY = Pattern.compile("(\\d\\d)(-?)(\\d\\d)\\2(\\d\\d)");
  private static final Pattern SHORT_ORDINAL = Pattern.compile("(\\d\\d)-?(\\d{3})");
  private static final Pattern SHORT_MONTH = Pattern.compile("-(\\d\\d)(?:-?(\\d\\d))?");
  private static final Pattern YEAR = Pattern.compile("(1[6-9]|20|21)\\d\\d");
  private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
  private static final int PIVOT = 69;

  private IsoDate() {}

  /** Null when the text has another form; throws when it has this one and is impossible. */
  static @Nullable Read read(String text) {
    Matcher m = EXTENDED.matcher(text);
    if (m.matches()) return extended(m);
    if (EPOCH.matcher(text).matches()) return epoch(Long.parseLong(text), text.length());
    m = BASIC.matcher(text);
    if (m.matches()) return basic(m);
    LocalDate day = unusual(text);
    return day == null ? null : new Read(day, null, ZoneOffset.UTC);
  }

  private static Read extended(Matcher m) {
    int dayOfMonth = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
    LocalDate day = date(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), dayOfMonth);
    String time = m.group(4);
    if (time == null) return new Read(day, null, ZoneOffset.UTC);
    return Clock.read(day, time, zone(m.group(5)));
  }

  private static Read basic(Matcher m) {
    LocalDate day =
        date(
            Integer.parseInt(m.group(1)),
            Integer.parseInt(m.group(2)),
            Integer.parseInt(m.group(3)));
    if (m.group(4) == null) return new Read(day, null, ZoneOffset.UTC);
    String seconds = m.group(6) == null ? "00" : m.group(6);
    return Clock.read(day, m.group(4) + ":" + m.group(5) + ":" + seconds, zone(m.group(7)));
  }

  private static Read epoch(long number, int digits) {
    Instant at = digits == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    var time = at.atOffset(ZoneOffset.UTC);
    return new Read(time.toLocalDate(), time.toLocalTime(), ZoneOffset.UTC);
  }

  private static @Nullable LocalDate unusual(String text) {
    Matcher m = WEEK.matcher(text);
    if (m.matches()) {
      int weekday = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
      return LocalDate.of(Integer.parseInt(m.group(1)), 1, 4)
          .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Long.parseLong(m.group(2)))
          .with(java.time.temporal.ChronoField.DAY_OF_WEEK, weekday);
    }
    m = ORDINAL.matcher(text);
    if (m.matches()) return LocalDate.ofYearDay(number(m, 1), number(m, 2));
    m = SHORT_DAY.matcher(text);
    if (m.matches()) return date(fullYear(number(m, 1)), number(m, 3), number(m, 4));
    m = SHORT_ORDINAL.matcher(text);
    if (m.matches()) return LocalDate.ofYearDay(fullYear(number(m, 1)), number(m, 2));
    m = SHORT_MONTH.matcher(text);
    if (m.matches()) return date(fullYear(number(m, 1)), m.group(2) == null ? 1 : number(m, 2), 1);
    return YEAR.matcher(text).matches() ? date(Integer.parseInt(text), 1, 1) : null;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  /** Two digits: 69 to 99 were the last century's (POSIX). */
  static int fullYear(int year) {
    return year >= 100 ? year : year < PIVOT ? 2000 + year : 1900 + year;
  }

  static LocalDate date(int year, int month, int day) {
    if (year < 1) throw new java.time.DateTimeException("no year " + year);
    return LocalDate.of(year, month, day);
  }

  private static ZoneOffset zone(@Nullable String zone) {
    return zone == null ? ZoneOffset.UTC : Clock.offset(zone);
  }

  /** Times of day and offsets, bounded as clocks are. */
  static final class Clock {
    private static final int MAX_OFFSET = 15;

    private Clock() {}

    static Read read(LocalDate day, String time, ZoneOffset zone) {
      String[] parts = time.split("[:.,]", -1);
      int hour = Integer.parseInt(parts[0]);
      int minute = Integer.parseInt(parts[1]);
      int second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
      boolean endOfDay = hour == 24 && minute == 0 && second == 0;
      boolean leap = second == 60;
      var at = LocalTime.of(endOfDay ? 0 : hour, minute, leap ? 59 : second);
      return new Read(endOfDay ? day.plusDays(1) : day, at, zone);
    }

    /** {@code Z}, {@code +01:30}, {@code -0700}, {@code +2}. */
    static ZoneOffset offset(String zone) {
      if (Character.isLetter(zone.charAt(0))) return ZoneOffset.UTC;
      String digits = zone.substring(1).replace(":", "");
      int hours =
          Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
      int minutes =
          digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
      if (hours > MAX_OFFSET || minutes > 59) {
        throw new java.time.DateTimeException("no offset " + zone);
      }
      int sign = zone.charAt(0) == '-' ? -1 : 1;
      return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
  }
}
