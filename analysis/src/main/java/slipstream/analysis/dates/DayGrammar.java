package slipstream.analysis.dates;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Relative;
import slipstream.analysis.dates.PeriodGrammar.Match;

/**
 * Reads days and weeks told by the period that they are of: "the first Tuesday of May", "the last
 * day of the month", "Friday of next week", "the week of June 8", "the week after next".
 */
record DayGrammar(Tokens tokens, PeriodGrammar periods) {
  /** Ordinals of parts, not of days: "its opening day in June" is not June 1. */
  private static final Set<String> NO_COUNT =
      WordSet.of("opening", "closing", "front", "back", "latter");

  /** What may stand behind a day whose month is not said. */
  private static final Set<String> AFTER_DAY =
      WordSet.of("and", "or", "but", "instead", "at", "in", "with", "as", "not", "rather");

  /** What begins at {@code at}, behind an article; null when no such day does. */
  @Nullable Match read(int at) {
    String word = tokens.word(at);
    Unit unit = DateWords.UNITS.get(word);
    if (unit != null) return of(unit, at);
    Integer ordinal = DateWords.ORDINALS.get(word);
    if (ordinal != null && !NO_COUNT.contains(word)) {
      Match counted = counted(ordinal, at + 1);
      if (counted != null) return counted;
    }
    DayOfWeek weekday = DateWords.WEEKDAYS.get(word);
    if (weekday != null && tokens.isCapitalised(at)) return weekday(weekday, at);
    return dayOfMonth(at);
  }

  /** "The week of June 8", "the week after next", "the day after tomorrow". */
  private @Nullable Match of(Unit unit, int at) {
    boolean after = tokens.word(at + 1).equals("after") && !tokens.word(at).endsWith("s");
    if (after && tokens.word(at + 2).equals("next") && !goesOn(at + 3)) {
      return new Match(new Relative(unit, 2, Part.WHOLE), at + 3);
    }
    if (unit == Unit.DAY && after && tokens.word(at + 2).equals("tomorrow")) {
      return new Match(new Relative(Unit.DAY, 2, Part.WHOLE), at + 3);
    }
    if (!tokens.word(at).equals("week") || !tokens.word(at - 1).equals("the")) return null;
    if (!tokens.isOneOf(at + 1, "of", "beginning", "starting", "commencing", "ending")) return null;
    Match day = periods.base(tokens.word(at + 2).equals("the") ? at + 3 : at + 2);
    return day != null && isDay(day.period())
        ? new Match(new Period.WeekOf(day.period()), day.end())
        : null;
  }

  /** "Next-gen", "next month": what is next stands behind it. */
  private boolean goesOn(int at) {
    String word = tokens.word(at);
    return word.equals("-")
        || DateWords.UNITS.containsKey(word)
        || DateWords.MONTHS.containsKey(word)
        || DateWords.WEEKDAYS.containsKey(word);
  }

  private static boolean isDay(Period period) {
    return period instanceof Period.Weekday
        || (period instanceof Period.Calendar c && c.unit() == Unit.DAY);
  }

  /** "The first Tuesday of May", "the last day of the month", "the first of the month". */
  private @Nullable Match counted(int ordinal, int at) {
    DayOfWeek weekday = DateWords.WEEKDAYS.get(tokens.word(at));
    boolean day = weekday != null || tokens.word(at).equals("day");
    int next = day ? at + 1 : at;
    Match whole = whole(next);
    if (whole == null || (!day && !isMonth(whole.period()))) return null;
    return new Match(new Period.Nth(whole.period(), ordinal, weekday), whole.end());
  }

  private static boolean isMonth(Period period) {
    return period instanceof Relative relative && relative.unit() == Unit.MONTH;
  }

  /** What stands behind "of" or "in"; "the month" is the current one. */
  private @Nullable Match whole(int at) {
    if (!tokens.isOneOf(at, "of", "in")) return null;
    Match whole = periods.current(at + 1);
    if (whole == null) whole = periods.base(tokens.word(at + 1).equals("the") ? at + 2 : at + 1);
    return whole == null || isDay(whole.period()) ? null : whole;
  }

  /** "Friday of next week", "Friday next week"; "a Friday in May" is some day of that month. */
  private @Nullable Match weekday(DayOfWeek weekday, int at) {
    boolean next = tokens.isOneOf(at + 1, "next", "this") && tokens.word(at + 2).equals("week");
    Match whole = next ? periods.base(at + 1) : whole(at + 1);
    if (whole == null) return null;
    boolean week = whole.period() instanceof Relative r && r.unit() == Unit.WEEK;
    if (week) return new Match(new Period.Nth(whole.period(), 1, weekday), whole.end());
    return tokens.isOneOf(at - 1, "a", "one", "some") ? whole : null;
  }

  /** "The 14th of next month". */
  private @Nullable Match dayOfMonth(int at) {
    Integer day = DateWords.dayOfMonth(tokens.word(at));
    if (day == null || !tokens.word(at - 1).equals("the")) return null;
    Match whole = whole(at + 1);
    if (whole == null && isBare(at)) return new Match(new Period.DayOfMonth(day), at + 1);
    return whole == null || !isMonth(whole.period())
        ? null
        : new Match(new Period.Nth(whole.period(), day, null), whole.end());
  }

  /** "On the 27th.": a day whose month is not said, and no 27th of anything else. */
  private boolean isBare(int at) {
    boolean led = tokens.isOneOf(at - 2, "on", "by", "until", "till", "from", "to", "than", "try");
    boolean ordinal = !Character.isDigit(tokens.word(at).charAt(tokens.word(at).length() - 1));
    return led && ordinal && (!tokens.isWord(at + 1) || AFTER_DAY.contains(tokens.word(at + 1)));
  }
}
