package slipstream.analysis.dates;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Relative;
import slipstream.analysis.dates.Period.Weekday;
import slipstream.analysis.dates.Period.Year;

/** Reads one period at a place in a text: a day, month, quarter, half, season, year, weekday. */
final class PeriodGrammar {
  /** "The summer season", "the summer holidays". */
  private static final Set<String> SEASON_NOUNS =
      WordSet.of("season", "holidays", "holiday", "break", "vacation", "recess");

  /** Words before "spring" or "fall" that make it a season. */
  private static final Set<String> BEFORE_SEASON =
      WordSet.ofLine(
          "the a an its their his her our your this that next last each every early late mid coming"
              + " in by for from of into until till before after during around or and come than");

  /** What a date is moved by. */
  private static final Set<String> MOVED =
      WordSet.ofLine(
          "back forward moved pushed delayed postponed slipped shifted bumped deferred rescheduled"
              + " fall spring out");

  /** What a season has. */
  private static final Set<String> SEASONAL =
      WordSet.ofLine(
          "release launch debut date start slot window rollout roll premiere opening delivery"
              + " deliveries target schedule lineup catalogue collection");

  /** A period and the token after it. */
  record Match(Period period, int end) {}

  private final Tokens tokens;
  private final WordRoles.InText may;
  private final Holidays holidays;
  private final DistanceGrammar distances;
  private final FiscalGrammar fiscal;
  private final YearGrammar years;
  private final MonthGrammar months;
  private final QuarterGrammar quarters;
  private final PartGrammar parts;
  private final DayGrammar days;

  PeriodGrammar(Tokens tokens, WordRoles.InText may, Holidays holidays, DateOrder order) {
    this.tokens = tokens;
    this.may = may;
    this.holidays = holidays;
    this.distances = new DistanceGrammar(tokens);
    this.fiscal = new FiscalGrammar(tokens);
    this.years = new YearGrammar(tokens);
    this.months = new MonthGrammar(tokens, years, new NumericDates(tokens, order));
    this.quarters = new QuarterGrammar(tokens, years, months);
    this.parts = new PartGrammar(tokens, this);
    this.days = new DayGrammar(tokens, this);
  }

  /** The longest reading that begins at {@code at}; null when no period stands there. */
  @Nullable Match read(int at) {
    Match match = may.has(at, WordRoles.DISTANCE) ? distances.read(at) : null;
    if (match != null) return match;
    int start = tokens.word(at).equals("the") ? at + 1 : at;
    if (tokens.word(start).equals("very")) start++;
    if (may.has(start, WordRoles.DAY)) match = days.read(start);
    if (match == null && may.has(start, WordRoles.PART)) match = parts.read(start);
    return match != null ? match : base(start);
  }

  /** "The year", "the month": the current one, where a period is meant. */
  @Nullable Match current(int at) {
    Unit unit = tokens.word(at).equals("the") ? DateWords.UNITS.get(tokens.word(at + 1)) : null;
    if (unit == null || unit == Unit.DAY || tokens.word(at + 1).endsWith("s")) return null;
    return new Match(new Relative(unit, 0, Part.WHOLE), at + 2);
  }

  /** A period without a part. */
  @Nullable Match base(int at) {
    Match match = may.has(at, WordRoles.FISCAL) ? fiscal.read(at) : null;
    if (match == null && may.has(at, WordRoles.DATE)) match = months.day(at);
    if (match == null && may.has(at, WordRoles.HOLIDAY)) match = holiday(at);
    if (match == null && may.has(at, WordRoles.QUARTER)) match = quarters.read(at);
    if (match == null && may.has(at, WordRoles.MONTH)) match = months.month(at);
    if (match == null && may.has(at, WordRoles.RELATIVE)) match = relative(at);
    if (match == null && may.has(at, WordRoles.SEASON)) match = season(at);
    if (match == null && may.has(at, WordRoles.WEEKDAY)) match = weekday(at);
    if (match != null || !may.has(at, WordRoles.YEAR)) return match;
    Match season = seasonOfYear(at);
    return season != null ? season : years.bare(at);
  }

  /** "The 2027 holiday season", "2027 spring". */
  private @Nullable Match seasonOfYear(int at) {
    Integer year = DateWords.year(tokens.word(at));
    if (year == null) return null;
    Match season = season(at + 1);
    if (season == null || !(season.period() instanceof Calendar c)) return null;
    return c.year().isMissing()
        ? new Match(new Calendar(c.unit(), c.index(), 0, Year.of(year), c.part()), season.end())
        : null;
  }

  private @Nullable Match season(int at) {
    Match holidays = holidaySeason(at);
    if (holidays != null) return holidays;
    Integer season = DateWords.SEASONS.get(tokens.word(at));
    if (season == null) return null;
    int end = SEASON_NOUNS.contains(tokens.word(at + 1)) ? at + 2 : at + 1;
    YearGrammar.Found year = years.after(end);
    boolean verb = tokens.word(at).equals("fall") || tokens.word(at).equals("spring");
    if (verb && tokens.word(at - 1).equals("a") && tokens.word(at + 1).equals("in")) return null;
    if (verb && year.year().isMissing() && !isNounHere(at)) return null;
    return new Match(new Calendar(Unit.SEASON, season, 0, year.year(), Part.WHOLE), year.end());
  }

  /** "Spring" and "fall" are verbs as well: the season stands behind or before certain words. */
  private boolean isNounHere(int at) {
    if (!tokens.isWord(at - 1)) {
      return tokens.isOneOf(at - 1, "-", "/") || isAlone(at) || isDated(at + 1);
    }
    if (tokens.isOneOf(at + 1, "from", "of", "in", "out"))
      return leads(at) && !tokens.isOneOf(at - 1, "his", "her", "my");
    return leads(at) || isMovedTo(at) || isDated(at + 1);
  }

  /** "For spring, says": not "for spring rates". */
  private boolean leads(int at) {
    String before = tokens.word(at - 1);
    boolean ends = !tokens.isWord(at + 1) || tokens.isOneOf(at + 1, "and", "or", "but", "instead");
    return BEFORE_SEASON.contains(before) && (ends || !before.equals("for"));
  }

  /** "Spring: the console", "'Spring. Still.'". */
  private boolean isAlone(int at) {
    return tokens.isOneOf(at + 1, ":", ".", ",", "'", "\"", ";") || at + 1 >= tokens.size();
  }

  /** "Spring was always the plan", "a planned spring release". */
  private boolean isDated(int at) {
    return tokens.isOneOf(at, "was", "remains") || SEASONAL.contains(tokens.word(at));
  }

  /** "From fall to spring", "moved to fall": not "expected to fall". */
  private boolean isMovedTo(int at) {
    return tokens.word(at - 1).equals("to") && MOVED.contains(tokens.word(at - 2));
  }

  /** Index 5 of the seasons: November and December, the holiday season of the shops. */
  private @Nullable Match holidaySeason(int at) {
    String word = tokens.word(at);
    boolean holiday = word.equals("holiday") || word.equals("holidays") || word.equals("festive");
    if (!holiday || tokens.isOneOf(at - 1, "school", "bank", "public", "paid")) return null;
    String next = tokens.word(at + 1);
    boolean season = next.equals("season") || next.equals("quarter") || next.equals("period");
    YearGrammar.Found year = years.after(season ? at + 2 : at + 1);
    boolean named = season || !year.year().isMissing() || word.equals("holidays");
    named |= tokens.word(at - 1).equals("this") || tokens.word(at - 1).equals("next");
    if (!named) return null;
    return new Match(new Calendar(Unit.SEASON, 5, 0, year.year(), Part.WHOLE), year.end());
  }

  private @Nullable Match weekday(int at) {
    DayOfWeek day = DateWords.WEEKDAYS.get(tokens.word(at));
    if (day == null || !tokens.isCapitalised(at)) return null;
    if (tokens.isOneOf(at - 1, "a", "every", "each", "any")) return null; // "always on a Tuesday"
    int next = tokens.word(at + 1).equals(",") ? at + 2 : at + 1;
    Match dated = months.day(tokens.word(next).equals("the") ? next + 1 : next);
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
    if (tokens.word(at - 1).equals("ago")) return null; // "two years ago today"
    if (day != null) return new Match(new Relative(Unit.DAY, day, Part.WHOLE), at + 1);
    if (leads(word)) return leads(tokens.word(at + 1)) ? null : relative(at + 1);
    if (isNewYear(at)) return new Match(new Relative(Unit.YEAR, 1, Part.EARLY), at + 2);
    Integer offset = offset(word);
    if (offset == null) return null;
    int next = at + 1;
    boolean coming = word.equals("coming") || tokens.word(next).equals("coming");
    if (coming && !word.equals("coming")) next++; // "this coming Friday"
    if (tokens.word(next).equals("calendar")) next++;
    boolean today = word.equals("this") && tokens.isOneOf(next, "morning", "afternoon", "evening");
    if (today) return new Match(new Relative(Unit.DAY, 0, Part.WHOLE), next + 1);
    return coming ? coming(next) : relativeTo(offset, next);
  }

  /** "Earlier this year", "late next week". */
  private static boolean leads(String word) {
    return word.equals("earlier") || word.equals("late");
  }

  /** "The new year", which is no holiday. */
  private boolean isNewYear(int at) {
    boolean named = tokens.word(at).equals("new") && tokens.word(at + 1).equals("year");
    return named && tokens.word(at - 1).equals("the") && !tokens.word(at + 2).equals("'s");
  }

  /** The coming week is the next, the coming autumn and Friday are the first to come. */
  private @Nullable Match coming(int at) {
    if (DateWords.UNITS.containsKey(tokens.word(at))) return relativeTo(1, at);
    Match named = weekday(at);
    if (named == null) named = months.day(at);
    if (named == null) named = holiday(at);
    if (named == null) named = season(at);
    return named != null ? named : months.month(at);
  }

  private @Nullable Match relativeTo(int offset, int at) {
    Unit unit = DateWords.UNITS.get(tokens.word(at));
    if (unit != null && unit != Unit.DAY && !tokens.word(at).endsWith("s")) {
      return new Match(new Relative(unit, offset, Part.WHOLE), at + 1);
    }
    DayOfWeek day = DateWords.WEEKDAYS.get(tokens.word(at));
    if (day != null) return new Match(new Weekday(day, offset), at + 1);
    Match event = holiday(at);
    if (event != null && event.period() instanceof Period.Event e) {
      Year year = e.year().isMissing() ? Year.relative(offset) : e.year();
      return new Match(new Period.Event(e.name(), e.days(), year, e.festive()), event.end());
    }
    Match named = season(at);
    if (named == null) named = months.month(at);
    if (named == null || !(named.period() instanceof Calendar c)) return null;
    Year year = c.year().isMissing() ? Year.relative(offset) : c.year();
    return new Match(new Calendar(c.unit(), c.index(), 0, year, Part.WHOLE), named.end());
  }

  /** 0 for "this", 1 for "next", -1 for "last"; null for other words. */
  static @Nullable Integer offset(String word) {
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
      YearGrammar.Found year = years.after(end);
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
}
