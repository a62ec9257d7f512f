package slipstream.analysis.dates;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The English vocabulary of dates. Lower case throughout. */
final class DateWords {
  static final Map<String, Integer> MONTHS = months();
  static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
  static final Map<String, Integer> NUMBERS = numbers();
  static final Map<String, Integer> ORDINALS =
      quick(
          Map.ofEntries(
              Map.entry("first", 1),
              Map.entry("1st", 1),
              Map.entry("opening", 1),
              Map.entry("front", 1),
              Map.entry("second", 2),
              Map.entry("2nd", 2),
              Map.entry("third", 3),
              Map.entry("3rd", 3),
              Map.entry("fourth", 4),
              Map.entry("4th", 4),
              Map.entry("last", -1),
              Map.entry("final", -1),
              Map.entry("closing", -1),
              Map.entry("latter", -1),
              Map.entry("back", -1)));
  static final Map<String, Integer> SEASONS =
      quick(Map.of("spring", 1, "springtime", 1, "summer", 2, "autumn", 3, "fall", 3, "winter", 4));
  static final Map<String, Unit> UNITS =
      quick(
          Map.ofEntries(
              Map.entry("day", Unit.DAY),
              Map.entry("days", Unit.DAY),
              Map.entry("week", Unit.WEEK),
              Map.entry("weeks", Unit.WEEK),
              Map.entry("fortnight", Unit.WEEK),
              Map.entry("weekend", Unit.WEEKEND),
              Map.entry("month", Unit.MONTH),
              Map.entry("months", Unit.MONTH),
              Map.entry("quarter", Unit.QUARTER),
              Map.entry("quarters", Unit.QUARTER),
              Map.entry("half", Unit.HALF),
              Map.entry("halves", Unit.HALF),
              Map.entry("year", Unit.YEAR),
              Map.entry("years", Unit.YEAR)));

  /** Words of a part that stand before the period, perhaps with "in" or a hyphen: "late May". */
  static final Map<String, Part> PART_ADJECTIVES =
      quick(
          Map.of(
              "early",
              Part.EARLY,
              "mid",
              Part.MID,
              "middle",
              Part.MID,
              "late",
              Part.LATE,
              "end",
              Part.END));

  /** Words of a part that take "of": "the start of May". */
  static final Map<String, Part> PART_NOUNS =
      quick(
          Map.ofEntries(
              Map.entry("start", Part.EARLY),
              Map.entry("beginning", Part.EARLY),
              Map.entry("outset", Part.EARLY),
              Map.entry("opening", Part.EARLY),
              Map.entry("middle", Part.MID),
              Map.entry("midpoint", Part.MID),
              Map.entry("end", Part.END),
              Map.entry("close", Part.END),
              Map.entry("tail", Part.END)));

  /** Words before "May" or "March" that make it a month and not a verb. */
  static final Set<String> BEFORE_MONTH =
      WordSet.of(
          "in",
          "by",
          "for",
          "of",
          "from",
          "to",
          "until",
          "till",
          "since",
          "this",
          "next",
          "last",
          "early",
          "late",
          "mid",
          "before",
          "after",
          "around",
          "about",
          "during",
          "through",
          "on",
          "and",
          "or",
          "between",
          "either",
          "the",
          "a",
          "-",
          "/",
          "as",
          "planned",
          "original",
          "late-",
          "into",
          "than",
          "past",
          "not",
          "beyond",
          "missed",
          "targeting",
          "its",
          "any",
          "end",
          "'s");

  /** Words after "May" that make it a verb. */
  static final Set<String> AFTER_MODAL =
      WordSet.of(
          "be", "have", "not", "never", "also", "still", "yet", "well", "even", "soon", "come",
          "get", "see", "launch", "release", "need", "take", "arrive", "finally", "just", "only",
          "now", "slip", "miss", "ship", "lose", "want", "go", "make", "face", "mean", "end", "hit",
          "use", "one", "you", "we", "they", "it", "or", "delay", "push", "become", "look",
          "bring");

  private static final Set<String> DAY_ENDINGS = WordSet.of("st", "nd", "rd", "th");

  /** What may stand before an amount: "in about two weeks". */
  static final WordSet HEDGES =
      WordSet.ofLine(
          "about around roughly approximately just only maybe perhaps nearly almost at least some"
              + " under less fewer than"
              + " another up under matter the of");

  private DateWords() {}

  /** A hash map finds in less time than the immutable maps, and each word of a text asks. */
  private static <V> Map<String, V> quick(Map<String, V> entries) {
    return new HashMap<>(entries);
  }

  static @Nullable Integer number(String word) {
    Integer named = NUMBERS.get(word);
    if (named != null) return named;
    if (word.isEmpty() || word.length() > 3) return null;
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') return null;
    }
    return Integer.valueOf(word);
  }

  /** The day of the month in "26", "26th", "3rd"; null when it is none. */
  static @Nullable Integer dayOfMonth(String word) {
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0 || digits > 2) return null;
    String ending = word.substring(digits);
    if (!ending.isEmpty() && !DAY_ENDINGS.contains(ending)) return null;
    int day = Integer.parseInt(word.substring(0, digits));
    return day >= 1 && day <= 31 ? Integer.valueOf(day) : null;
  }

  /** A year of four digits from 1900 to 2100; null when it is none. */
  static @Nullable Integer year(String word) {
    if (word.length() != 4) return null;
    for (int i = 0; i < 4; i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') return null;
    }
    int year = Integer.parseInt(word);
    return year >= 1900 && year <= 2100 ? Integer.valueOf(year) : null;
  }

  private static Map<String, Integer> months() {
    String[] names = {
      "january",
      "february",
      "march",
      "april",
      "may",
      "june",
      "july",
      "august",
      "september",
      "october",
      "november",
      "december"
    };
    var months = new HashMap<String, Integer>();
    for (int i = 0; i < names.length; i++) {
      months.put(names[i], i + 1);
      months.put(names[i].substring(0, 3), i + 1);
    }
    months.put("sept", 9);
    return months;
  }

  private static Map<String, DayOfWeek> weekdays() {
    var weekdays = new HashMap<String, DayOfWeek>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(java.util.Locale.ROOT);
      weekdays.put(name, day);
    }
    weekdays.put("tues", DayOfWeek.TUESDAY);
    weekdays.put("thurs", DayOfWeek.THURSDAY);
    return weekdays;
  }

  private static Map<String, Integer> numbers() {
    String[] names = {
      "zero",
      "one",
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
      "thirteen",
      "fourteen",
      "fifteen",
      "sixteen",
      "seventeen",
      "eighteen",
      "nineteen",
      "twenty"
    };
    var numbers = new HashMap<String, Integer>();
    for (int i = 1; i < names.length; i++) numbers.put(names[i], i);
    numbers.put("a", 1);
    numbers.put("an", 1);
    numbers.put("another", 1);
    numbers.put("thirty", 30);
    numbers.put("sixty", 60);
    numbers.put("ninety", 90);
    return numbers;
  }
}
