package slipstream.analysis.dates;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Relative;
import slipstream.analysis.dates.Period.Weekday;
import slipstream.analysis.dates.Period.Year;

/** Reads one period at a place in a text: a day, month, quarter, half, season, year, weekday. */
final class PeriodGrammar {
  /** A period and the token after it. */
  record Match(Period period, int end) {}

  private final Tokens tokens;
  private final Holidays holidays;
  private final DistanceGrammar distances;

  PeriodGrammar(Tokens tokens, Holidays holidays) {
    this.tokens = tokens;
    this.holidays = holidays;
    this.distances = new DistanceGrammar(tokens);
  }

  /** The longest reading that begins at {@code at}; null when no period stands there. */
  @Nullable Match read(int at) {
    Match match = distances.read(at);
    if (match != null) return match;
    int start = tokens.word(at).equals("the") ? at + 1 : at;
    if (tokens.word(start).equals("very")) start++;
    match = part(start);
    return match != null ? match : base(start);
  }

  /** A period without a part. */
  @Nullable Match base(int at) {
    Match match = day(at);
    if (match == null) match = holiday(at);
    if (match == null) match = month(at);
    if (match == null) match = quarterOrHalf(at);
    if (match == null) match = relative(at);
    if (match == null) match = season(at);
    if (match == null) match = weekday(at);
    return match != null ? match : year(at);
  }

  private @Nullable Match part(int at) {
    String word = tokens.word(at);
    Match yearEnd = yearEnd(at);
    if (yearEnd != null) return yearEnd;
    Part adjective = DateWords.PART_ADJECTIVES.get(word);
    if (adjective != null) {
      Match match = partOf(adjective, afterAdjective(at));
      if (match != null) return match;
    }
    if (word.equals("later")) return later(at);
    if (word.equals("rest") || word.equals("remainder")) return partAfterOf(Part.REST, at + 1);
    Part noun = DateWords.PART_NOUNS.get(word);
    if (noun != null) {
      Match match = partAfterOf(noun, at + 1);
      if (match != null) return match;
    }
    return ordinalPart(at);
  }

  /** "Mid-May", "early in May", "early to mid May". */
  private int afterAdjective(int at) {
    int next = at + 1;
    if (tokens.word(next).equals("-")) next++;
    if (tokens.word(next).equals("in") || tokens.word(next).equals("on")) next++;
    return next;
  }

  private @Nullable Match partAfterOf(Part part, int at) {
    int next = at;
    if (tokens.word(next).equals("-") || tokens.word(next).equals("end")) next++;
    if (!tokens.word(next).equals("of")) return null;
    return partOf(part, next + 1);
  }

  private @Nullable Match partOf(Part part, int at) {
    int start = tokens.word(at).equals("the") ? at + 1 : at;
    Match base = wholeOf(start);
    if (base == null) return null;
    Period period = withPart(base.period(), part);
    return period == null ? null : new Match(period, base.end());
  }

  /** A period that can have parts; "the month" and "the year" are the current ones. */
  private @Nullable Match wholeOf(int at) {
    Unit unit = DateWords.UNITS.get(tokens.word(at));
    if (unit == Unit.MONTH || unit == Unit.YEAR || unit == Unit.QUARTER || unit == Unit.WEEK) {
      return new Match(new Relative(unit, 0, Part.WHOLE), at + 1);
    }
    return base(at);
  }

  static @Nullable Period withPart(Period period, Part part) {
    if (period instanceof Calendar c && c.unit() != Unit.DAY) {
      if (c.unit() == Unit.YEAR && (part == Part.FIRST_HALF || part == Part.SECOND_HALF)) {
        return new Calendar(Unit.HALF, part == Part.FIRST_HALF ? 1 : 2, 0, c.year(), Part.WHOLE);
      }
      return new Calendar(c.unit(), c.index(), 0, c.year(), part);
    }
    if (period instanceof Relative r && r.unit() != Unit.DAY) {
      if (r.unit() == Unit.YEAR && (part == Part.FIRST_HALF || part == Part.SECOND_HALF)) {
        int half = part == Part.FIRST_HALF ? 1 : 2;
        return new Calendar(Unit.HALF, half, 0, Year.relative(r.offset()), Part.WHOLE);
      }
      return new Relative(r.unit(), r.offset(), part);
    }
    return null;
  }

  /** "Year-end", "year's end", "end of year", "end-2026". */
  private @Nullable Match yearEnd(int at) {
    String word = tokens.word(at);
    if (word.equals("yearend")) return new Match(endOfYear(Year.relative(0)), at + 1);
    if (word.equals("year")) {
      int next = at + 1;
      if (tokens.word(next).equals("'s") || tokens.word(next).equals("-")) next++;
      if (next == at + 1 || !tokens.word(next).equals("end")) return null;
      Integer year = DateWords.year(tokens.word(next + 1));
      return year == null
          ? new Match(endOfYear(Year.relative(0)), next + 1)
          : new Match(endOfYear(Year.of(year)), next + 2);
    }
    return null;
  }

  private static Period endOfYear(Year year) {
    return new Calendar(Unit.YEAR, 0, 0, year, Part.END);
  }

  /** "Later this month", "later in 2026", "later in the year". */
  private @Nullable Match later(int at) {
    int next = at + 1;
    if (tokens.word(next).equals("in") || tokens.word(next).equals("on")) next++;
    Match whole = wholeOf(tokens.word(next).equals("the") ? next + 1 : next);
    if (whole == null) return null;
    Period rest = withPart(whole.period(), Part.REST);
    return rest == null ? null : new Match(rest, whole.end());
  }

  /** "The first half of May", "the second week of June", "the last days of August". */
  private @Nullable Match ordinalPart(int at) {
    Integer ordinal = DateWords.ORDINALS.get(tokens.word(at));
    if (ordinal == null) return null;
    int next = at + 1;
    if (tokens.word(next).equals("-")) next++;
    if (tokens.word(next).equals("few") || tokens.word(next).equals("full")) next++;
    String unit = tokens.word(next);
    if (!tokens.word(next + 1).equals("of") && !tokens.word(next + 1).equals("in")) return null;
    Part part =
        switch (unit) {
          case "half" -> ordinal == 1 ? Part.FIRST_HALF : Part.SECOND_HALF;
          case "week" -> week(ordinal);
          case "days", "part", "weeks" -> ordinal == 1 ? Part.EARLY : Part.END;
          default -> null;
        };
    return part == null ? null : partOf(part, next + 2);
  }

  private static Part week(int ordinal) {
    return switch (ordinal) {
      case 1 -> Part.FIRST_WEEK;
      case 2 -> Part.SECOND_WEEK;
      case 3 -> Part.THIRD_WEEK;
      case 4 -> Part.FOURTH_WEEK;
      default -> Part.LAST_WEEK;
    };
  }

  /** "May 26, 2026", "26 May", "the 26th of May", "2026-05-26". */
  private @Nullable Match day(int at) {
    Match iso = isoDay(at);
    if (iso != null) return iso;
    Integer month = monthNumber(at);
    if (month != null) {
      int next = afterMonth(at);
      Integer day = DateWords.dayOfMonth(tokens.word(next));
      if (day == null || isQuantity(next + 1)) return null;
      return dated(month, day, next + 1);
    }
    Integer day = DateWords.dayOfMonth(tokens.word(at));
    if (day == null || isPartOfName(at)) return null;
    int next = at + 1;
    if (tokens.word(next).equals("of")) next++;
    Integer after = monthNumber(next);
    return after == null ? null : dated(after, day, afterMonth(next));
  }

  private @Nullable Match dated(int month, int day, int end) {
    if (day > java.time.Month.of(month).maxLength()) return null;
    YearMatch year = yearAfter(end);
    return new Match(new Calendar(Unit.DAY, month, day, year.year(), Part.WHOLE), year.end());
  }

  /** The year, month and day of ISO 8601; a date with slashes is ambiguous and refused. */
  private @Nullable Match isoDay(int at) {
    Integer year = DateWords.year(tokens.word(at));
    if (year == null || !tokens.word(at + 1).equals("-") || !tokens.isGlued(at + 1)) return null;
    Integer month = DateWords.dayOfMonth(tokens.word(at + 2));
    if (month == null || month > 12 || !tokens.word(at + 3).equals("-")) return null;
    Integer day = DateWords.dayOfMonth(tokens.word(at + 4));
    if (day == null || day > java.time.Month.of(month).maxLength()) return null;
    return new Match(new Calendar(Unit.DAY, month, day, Year.of(year), Part.WHOLE), at + 5);
  }

  private @Nullable Match month(int at) {
    Integer month = monthNumber(at);
    if (month == null) return null;
    YearMatch year = yearAfter(afterMonth(at));
    return new Match(new Calendar(Unit.MONTH, month, 0, year.year(), Part.WHOLE), year.end());
  }

  private @Nullable Integer monthNumber(int at) {
    Integer month = DateWords.MONTHS.get(tokens.word(at));
    if (month == null || !tokens.isCapitalised(at)) return null;
    boolean verb = tokens.word(at).equals("may") || tokens.word(at).equals("march");
    return verb && !isMonthNotVerb(at) ? null : month;
  }

  private boolean isMonthNotVerb(int at) {
    String next = tokens.word(at + 1);
    if (DateWords.dayOfMonth(next) != null || DateWords.year(next) != null) return true;
    if (DateWords.BEFORE_MONTH.contains(tokens.word(at - 1))) return true;
    if (DateWords.AFTER_MODAL.contains(next)) return false;
    boolean begins = !tokens.isWord(at - 1) || tokens.isCapitalised(at - 1);
    return !begins || !tokens.isWord(at + 1) || next.equals("is") || next.equals("was");
  }

  private int afterMonth(int at) {
    boolean abbreviated = tokens.word(at).length() == 3 || tokens.word(at).equals("sept");
    return abbreviated && tokens.word(at + 1).equals(".") && tokens.isGlued(at + 1)
        ? at + 2
        : at + 1;
  }

  /** "Q3 2026", "3Q26", "the third quarter", "H1", "the first three months of 2026". */
  private @Nullable Match quarterOrHalf(int at) {
    Match coded = codedQuarter(at);
    if (coded != null) return coded;
    Integer ordinal = DateWords.ORDINALS.get(tokens.word(at));
    if (ordinal == null) return null;
    int next = at + 1;
    if (tokens.word(next).equals("-")) next++;
    if (isThreeMonths(next)) {
      YearMatch year = yearAfter(next + 2);
      return year.year().isMissing() ? null : quarter(Unit.QUARTER, ordinal, year);
    }
    String word = tokens.word(next);
    if (word.equals("fiscal") || tokens.word(at - 1).equals("fiscal")) return null;
    if (word.equals("quarter")) return quarter(Unit.QUARTER, ordinal, yearAfter(next + 1));
    boolean halfOfPeriod = word.equals("half") && !isSeasonOrSport(next + 1);
    return halfOfPeriod ? quarter(Unit.HALF, ordinal, yearAfter(next + 1)) : null;
  }

  private boolean isThreeMonths(int at) {
    boolean three = tokens.word(at).equals("three") || tokens.word(at).equals("3");
    return three && tokens.word(at + 1).equals("months");
  }

  private boolean isSeasonOrSport(int at) {
    return tokens.word(at).equals("century") || tokens.word(at).equals("dozen");
  }

  private static Match quarter(Unit unit, int ordinal, YearMatch year) {
    int index = ordinal > 0 ? ordinal : unit == Unit.QUARTER ? 4 : 2;
    return new Match(new Calendar(unit, index, 0, year.year(), Part.WHOLE), year.end());
  }

  private @Nullable Match codedQuarter(int at) {
    String word = tokens.word(at);
    if (word.length() != 2 && word.length() != 4) return null;
    char letter = Character.isDigit(word.charAt(0)) ? word.charAt(1) : word.charAt(0);
    char digit = Character.isDigit(word.charAt(0)) ? word.charAt(0) : word.charAt(1);
    boolean quarter = letter == 'q' && digit >= '1' && digit <= '4';
    boolean half = letter == 'h' && digit >= '1' && digit <= '2';
    if ((!quarter && !half) || !isUpper(at) || tokens.word(at - 1).equals("fiscal")) return null;
    Unit unit = quarter ? Unit.QUARTER : Unit.HALF;
    if (word.length() == 4) {
      Integer year = DateWords.number(word.substring(2));
      if (year == null) return null;
      return quarter(unit, digit - '0', new YearMatch(Year.of(2000 + year), at + 1));
    }
    return quarter(unit, digit - '0', yearAfter(at + 1));
  }

  private boolean isUpper(int at) {
    String printed = tokens.text(at, at + 1);
    return printed.equals(printed.toUpperCase(java.util.Locale.ROOT));
  }

  private @Nullable Match season(int at) {
    Match holidays = holidaySeason(at);
    if (holidays != null) return holidays;
    Integer season = DateWords.SEASONS.get(tokens.word(at));
    if (season == null) return null;
    int end = tokens.word(at + 1).equals("season") ? at + 2 : at + 1;
    YearMatch year = yearAfter(end);
    boolean verb = tokens.word(at).equals("fall") || tokens.word(at).equals("spring");
    if (verb && year.year().isMissing() && !isNounHere(at)) return null;
    return new Match(new Calendar(Unit.SEASON, season, 0, year.year(), Part.WHOLE), year.end());
  }

  private boolean isNounHere(int at) {
    String before = tokens.word(at - 1);
    return before.equals("the")
        || before.equals("early")
        || before.equals("late")
        || before.equals("mid")
        || before.equals("-")
        || before.equals("by")
        || before.equals("in")
        || before.equals("until")
        || before.equals("before")
        || before.equals("this")
        || before.equals("next")
        || before.equals("a")
        || before.equals("or");
  }

  /** Index 5 of the seasons: November and December, the holiday season of the shops. */
  private @Nullable Match holidaySeason(int at) {
    String word = tokens.word(at);
    boolean holiday = word.equals("holiday") || word.equals("holidays") || word.equals("festive");
    if (!holiday) return null;
    String next = tokens.word(at + 1);
    boolean season = next.equals("season") || next.equals("quarter") || next.equals("period");
    YearMatch year = yearAfter(season ? at + 2 : at + 1);
    boolean named = season || !year.year().isMissing() || word.equals("holidays");
    named |= tokens.word(at - 1).equals("this") || tokens.word(at - 1).equals("next");
    if (!named) return null;
    return new Match(new Calendar(Unit.SEASON, 5, 0, year.year(), Part.WHOLE), year.end());
  }

  private @Nullable Match weekday(int at) {
    DayOfWeek day = DateWords.WEEKDAYS.get(tokens.word(at));
    if (day == null || !tokens.isCapitalised(at)) return null;
    int next = tokens.word(at + 1).equals(",") ? at + 2 : at + 1;
    Match dated = day(tokens.word(next).equals("the") ? next + 1 : next);
    if (dated != null) return dated;
    return new Match(new Weekday(day, null), at + 1);
  }

  /** "This summer", "next week", "last May", "today", "the coming quarter". */
  private @Nullable Match relative(int at) {
    String word = tokens.word(at);
    Integer day =
        switch (word) {
          case "today", "tonight" -> 0;
          case "tomorrow" -> 1;
          case "yesterday" -> -1;
          default -> null;
        };
    if (day != null) return new Match(new Relative(Unit.DAY, day, Part.WHOLE), at + 1);
    if (word.equals("earlier") || word.equals("late")) return relative(at + 1);
    Integer offset = offset(word);
    if (offset == null) return null;
    int next = at + 1;
    if (tokens.word(next).equals("calendar")) next++;
    return relativeTo(offset, next);
  }

  private @Nullable Match relativeTo(int offset, int at) {
    Unit unit = DateWords.UNITS.get(tokens.word(at));
    if (unit != null && unit != Unit.DAY && !tokens.word(at).endsWith("s")) {
      boolean afterNext =
          offset == 0 && tokens.word(at + 1).equals("after") && tokens.word(at + 2).equals("next");
      return new Match(
          new Relative(unit, afterNext ? 2 : offset, Part.WHOLE), at + (afterNext ? 3 : 1));
    }
    DayOfWeek day = DateWords.WEEKDAYS.get(tokens.word(at));
    if (day != null) return new Match(new Weekday(day, offset), at + 1);
    Match event = holiday(at);
    if (event != null && event.period() instanceof Period.Event e) {
      Year year = e.year().isMissing() ? Year.relative(offset) : e.year();
      return new Match(new Period.Event(e.name(), e.days(), year, e.festive()), event.end());
    }
    Match named = season(at);
    if (named == null) named = month(at);
    if (named == null || !(named.period() instanceof Calendar c)) return null;
    Year year = c.year().isMissing() ? Year.relative(offset) : c.year();
    return new Match(new Calendar(c.unit(), c.index(), 0, year, Part.WHOLE), named.end());
  }

  private static @Nullable Integer offset(String word) {
    return switch (word) {
      case "this", "current" -> 0;
      case "next", "coming", "following" -> 1;
      case "last", "previous", "past" -> -1;
      default -> null;
    };
  }

  private @Nullable Match holiday(int at) {
    for (Holidays.Named named : holidays.startingWith(tokens.word(at))) {
      int end = endOfName(named, at);
      if (end < 0) continue;
      YearMatch year = yearAfter(end);
      return new Match(
          new Period.Event(named.name(), named.days(), year.year(), named.festive()), year.end());
    }
    return null;
  }

  private int endOfName(Holidays.Named named, int at) {
    int next = at;
    for (String word : named.words()) {
      if (next > at && (tokens.word(next).equals("'s") || tokens.word(next).equals("'"))) next++;
      if (next > at && tokens.word(next).equals("-")) next++;
      if (!tokens.word(next).equals(word)) return -1;
      next++;
    }
    while (tokens.word(next).equals("'") || tokens.word(next).equals("'s")) next++;
    String after = tokens.word(next);
    return after.equals("day") || after.equals("holiday") || after.equals("holidays")
        ? next + 1
        : next;
  }

  /** A bare year, not a quantity, a price or a part of a name. */
  private @Nullable Match year(int at) {
    Integer year = DateWords.year(tokens.word(at));
    if (year == null || isPartOfName(at) || isQuantity(at + 1)) return null;
    if (tokens.word(at + 1).equals("-") && tokens.isGlued(at + 1) && tokens.isGlued(at + 2)) {
      if (DateWords.year(tokens.word(at + 2)) == null) return null;
    }
    return new Match(new Calendar(Unit.YEAR, 0, 0, Year.of(year), Part.WHOLE), at + 1);
  }

  private boolean isPartOfName(int at) {
    String before = tokens.word(at - 1);
    if (before.equals("$") || before.equals("\u20ac") || before.equals("\u00a3")) return true;
    if (before.equals("#") || before.equals("/")) return true;
    return before.equals("-")
        && tokens.isGlued(at)
        && tokens.isGlued(at - 1)
        && !DateWords.PART_ADJECTIVES.containsKey(tokens.word(at - 2))
        && DateWords.dayOfMonth(tokens.word(at - 2)) == null
        && DateWords.year(tokens.word(at - 2)) == null
        && !tokens.word(at - 2).equals("pre")
        && !tokens.word(at - 2).equals("post")
        && codedQuarter(at - 2) == null
        && DateWords.MONTHS.get(tokens.word(at - 2)) == null;
  }

  private boolean isQuantity(int at) {
    return switch (tokens.word(at)) {
      case "%",
          "percent",
          "million",
          "billion",
          "trillion",
          "dollars",
          "euros",
          "units",
          "people",
          "users",
          "employees",
          "times",
          "miles",
          "km",
          "per" ->
          true;
      default -> false;
    };
  }

  /** The year printed or said after a period; {@link Year#MISSING} when there is none. */
  private YearMatch yearAfter(int at) {
    int next = at;
    String word = tokens.word(next);
    if (word.equals(",") || word.equals("of") || word.equals("in") || word.equals("-")) next++;
    if (word.equals("of") && tokens.word(next).equals("calendar")) next++;
    Integer number = DateWords.year(tokens.word(next));
    if (number != null && !isQuantity(next + 1)) return new YearMatch(Year.of(number), next + 1);
    if (word.equals(",") || word.equals("-")) return new YearMatch(Year.MISSING, at);
    if (tokens.word(next).equals("the") && word.equals("of")) {
      if (tokens.word(next + 1).equals("year")) return new YearMatch(Year.relative(0), next + 2);
      next++;
    }
    if (!tokens.word(next + 1).equals("year")) return new YearMatch(Year.MISSING, at);
    boolean same = tokens.word(next).equals("that") || tokens.word(next).equals("same");
    if (same) return new YearMatch(Year.MISSING, next + 2);
    Integer offset = offset(tokens.word(next));
    return offset == null
        ? new YearMatch(Year.MISSING, at)
        : new YearMatch(Year.relative(offset), next + 2);
  }

  private record YearMatch(Year year, int end) {}
}
