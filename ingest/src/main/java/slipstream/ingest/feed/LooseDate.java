package slipstream.ingest.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.feed.FeedDates.Read;

/**
 * Dates of RFC 822 and of everyday writing, in any order and many languages. Every part of the text
 * must be understood: what is left over makes it no date.
 */
final class LooseDate {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?(?![\\d:])"
              + "(?: ?([ap])\\.?m\\b\\.?)?");

  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:^|(?<=\\s)|(?<=gmt)|(?<=utc))([+-]\\d{1,2}:?\\d{2}|[+-]\\d{1,2})(?![\\d:/.-])");

  private static final Pattern NUMERIC =
      Pattern.compile("(?<!\\d)(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})(?!\\d)");

  private static final Pattern REGION = Pattern.compile("[a-z]+/[a-z_]+(?:/[a-z_]+)?");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}.']*");
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,4}(?!\\d)\\.?");
  private static final Pattern NUMBER_ENDING = Pattern.compile("(\\d)(?:st|nd|rd|th)\\b");
  private static final Pattern LEFT = Pattern.compile("[\\s,.;()|\\-/]*");
  private static final ZoneOffset SEOUL = ZoneOffset.ofHours(9);

  private String text;
  private ZoneOffset zone = ZoneOffset.UTC;
  private @Nullable String time;
  private boolean zoned;

  private LooseDate(String text) {
    this.text = text;
  }

  static @Nullable Read read(String date) {
    var loose = new LooseDate(date.toLowerCase(Locale.ROOT));
    loose.readEastAsian();
    loose.takeTime();
    loose.takeZone();
    LocalDate day = loose.takeDay();
    if (day == null || !LEFT.matcher(loose.text).matches()) return null;
    String at = loose.time;
    return at == null ? new Read(day, null, loose.zone) : IsoDate.Clock.read(day, at, loose.zone);
  }

  /** Korean feeds write their own time; the signs of year, month and day stand for hyphens. */
  private void readEastAsian() {
    String before = text;
    text = text.replaceAll("(?<=\\d) ?[년월年月] ?", "-").replaceAll("(?<=\\d) ?[일日]", " ");
    text =
        text.replaceAll("(오전|上午) ?([\\d:.]+)", "$2 am").replaceAll("(오후|下午) ?([\\d:.]+)", "$2 pm");
    if (!before.equals(text) && before.matches(".*[년월일오].*")) zone = SEOUL;
  }

  private void takeTime() {
    Matcher m = TIME.matcher(text);
    if (!m.find()) return;
    int hour = Integer.parseInt(m.group(1));
    String half = m.group(4);
    if (half != null) {
      if (hour < 1 || hour > 12) throw new DateTimeException("no hour " + hour + " " + half + "m");
      hour = hour % 12 + (half.equals("p") ? 12 : 0);
    }
    String second = m.group(3) == null ? "0" : m.group(3);
    time = hour + ":" + m.group(2) + ":" + second;
    cut(m);
  }

  private void takeZone() {
    Matcher offset = OFFSET.matcher(text);
    if (time != null && offset.find()) {
      zone = IsoDate.Clock.offset(offset.group(1));
      zoned = true;
      cut(offset);
    } else if (offset.reset().find() && text.substring(offset.end()).isBlank()) {
      zone = IsoDate.Clock.offset(offset.group(1));
      zoned = true;
      cut(offset);
    }
    Matcher region = REGION.matcher(text);
    if (!region.find()) return;
    String name = region.group();
    if (!zoned) zone = regionOf(name);
    zoned = true;
    cut(region);
  }

  private static ZoneOffset regionOf(String name) {
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (!id.equalsIgnoreCase(name)) continue;
      var rules = ZoneId.of(id).getRules();
      if (rules.isFixedOffset()) return rules.getOffset(java.time.Instant.EPOCH);
    }
    throw new DateTimeException("no fixed zone " + name);
  }

  private @Nullable LocalDate takeDay() {
    Matcher numeric = NUMERIC.matcher(text);
    if (numeric.find()) {
      LocalDate day = numericDay(numeric);
      cut(numeric);
      return takeWords() == null ? day : null;
    }
    Integer month = takeWords();
    return month == null ? null : namedDay(month);
  }

  private static LocalDate numericDay(Matcher m) {
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    int third = Integer.parseInt(m.group(4));
    if (m.group(1).length() == 4) return IsoDate.date(first, second, third);
    int year = IsoDate.fullYear(third);
    if (first > 12 || first == second) return IsoDate.date(year, second, first);
    if (second > 12) return IsoDate.date(year, first, second);
    // Points and hyphens are a day first wherever they are used; a slash may be either.
    if (m.group(2).equals("/")) throw new DateTimeException("day or month first: " + m.group());
    return IsoDate.date(year, second, first);
  }

  /** Takes all words; gives the month, the last where a weekday reads like one (mar). */
  private @Nullable Integer takeWords() {
    Integer month = null;
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      String word = DateWords.plain(m.group());
      Integer named = DateWords.month(word);
      ZoneOffset offset = DateWords.zone(word);
      if (named != null) {
        month = named;
      } else if (offset != null && time != null) {
        if (!zoned) zone = offset;
      } else if (!isFiller(word)) {
        throw new DateTimeException("no word of a date: " + word);
      }
    }
    text = NUMBER_ENDING.matcher(text).replaceAll("$1 ");
    text = WORD.matcher(text).replaceAll(" ");
    return month;
  }

  private static boolean isFiller(String word) {
    return DateWords.isWeekday(word)
        || switch (word) {
          case "t", "at", "of", "on", "de", "del", "um", "uhr", "kl", "st", "nd", "rd", "th", "г" ->
              true;
          default -> false;
        };
  }

  private @Nullable LocalDate namedDay(int month) {
    List<String> numbers = new ArrayList<>();
    Matcher m = NUMBER.matcher(text);
    while (m.find()) numbers.add(m.group().replaceAll("\\D", ""));
    text = NUMBER.matcher(text).replaceAll(" ");
    if (numbers.size() == 3 && time == null) time = numbers.remove(2) + ":0:0";
    if (numbers.size() != 2) return null;
    boolean yearFirst = numbers.get(0).length() > 2;
    int day = Integer.parseInt(numbers.get(yearFirst ? 1 : 0));
    String year = numbers.get(yearFirst ? 0 : 1);
    int number = Integer.parseInt(year);
    return IsoDate.date(year.length() <= 2 ? IsoDate.fullYear(number) : number, month, day);
  }

  private void cut(Matcher m) {
    text = text.substring(0, m.start()) + " " + text.substring(m.end());
  }
}
