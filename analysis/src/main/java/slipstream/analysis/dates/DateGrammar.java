package slipstream.analysis.dates;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Range;
import slipstream.analysis.dates.Period.Year;
import slipstream.analysis.dates.PeriodGrammar.Match;
import slipstream.contracts.config.Watchlist;

/**
 * Finds the date and period expressions of English and Chinese news text, with the words that bound
 * them. Its cost is linear: each place is tried with a bounded number of tokens.
 */
public final class DateGrammar {
  /** Words that may lead to the first one that only dates have. */
  private static final int REACH = 12;

  /** Words at most between a quarter and another that is told without the word. */
  private static final int ELLIPSIS = 14;

  /** What stands before such a quarter: "instead of", "rather than", "brought forward to". */
  private static final Set<String> TO_ANOTHER =
      WordSet.of("of", "than", "not", "to", "into", "until", "till", "in");

  /** What a clause goes on with behind a date. */
  private static final Set<String> CLAUSES =
      WordSet.of("as", "and", "but", "or", "because", "after", "since", "when", "that", "if");

  /** What may stand behind a day that borrows its month. */
  private static final Set<String> BEHIND =
      WordSet.ofLine("after because on in as and but for when due following with to");

  private static final Set<String> JOINS =
      WordSet.of("-", "to", "through", "thru", "until", "till", "or", "into", "and", "/");

  private static final Set<String> MOVES = WordSet.of("to", "into", "until", "till");

  private final Holidays holidays;

  private final WordRoles roles;

  private DateGrammar(Holidays holidays) {
    this.holidays = holidays;
    this.roles = WordRoles.of(holidays);
  }

  /** A grammar that also knows the events of the configured calendar. */
  public static DateGrammar of(Watchlist watchlist) {
    return new DateGrammar(Holidays.of(watchlist));
  }

  /** All expressions, in order, none overlapping another. */
  public List<DateExpression> find(Tokens tokens) {
    return find(tokens, DateOrder.UNKNOWN);
  }

  /**
   * All expressions, in order, none overlapping another.
   *
   * @param order how dates in numbers are written where the text comes from
   */
  public List<DateExpression> find(Tokens tokens, DateOrder order) {
    return find(tokens, order, new BitSet());
  }

  /**
   * All expressions, in order, none overlapping another.
   *
   * @param order how dates in numbers are written where the text comes from
   * @param names tokens that are part of a name, and open no date
   */
  public List<DateExpression> find(Tokens tokens, DateOrder order, BitSet names) {
    return find(tokens, order, names, roles.of(tokens));
  }

  /**
   * @param may what each word may be to a date
   */
  List<DateExpression> find(Tokens tokens, DateOrder order, BitSet names, WordRoles.InText may) {
    var found = new ArrayList<DateExpression>();
    var periods = new PeriodGrammar(tokens, may, holidays, order);
    var reading = new Reading(tokens, may, periods, new BoundGrammar(tokens));
    var chinese = new ChineseGrammar(tokens, holidays);
    DateExpression last = null;
    int at = 0;
    int anchor = -1;
    while (at < tokens.size()) {
      if (anchor < at) anchor = reading.anchor(at);
      DateExpression expression = tokens.hasIdeographs() ? chinese.read(at) : null;
      boolean near = anchor - at <= REACH;
      if (expression == null && near && reading.mayOpen(at)) expression = reading.expression(at);
      if (expression == null && last != null && at - last.end() <= ELLIPSIS) {
        expression = reading.elided(at, last);
      }
      if (expression == null || isInName(expression, names)) {
        at++;
      } else {
        found.add(expression);
        last = expression;
        at = expression.end();
      }
    }
    return found;
  }

  private static boolean isInName(DateExpression date, BitSet names) {
    int named = names.nextSetBit(date.start());
    return named >= 0 && named < date.end();
  }

  /** The grammar at work on one text. */
  private record Reading(
      Tokens tokens, WordRoles.InText may, PeriodGrammar periods, BoundGrammar bounds) {
    /** The next word without which no date stands; what lies far before it need not be read. */
    int anchor(int at) {
      int next = may.next(at, WordRoles.ANCHORS);
      return next < 0 ? Integer.MAX_VALUE : next;
    }

    boolean mayOpen(int at) {
      if (!may.has(at, WordRoles.OPENS)) return false;
      boolean means = may.has(at, WordRoles.HOLIDAY) || !may.has(at, WordRoles.LEADS);
      return means || may.has(at + 1, WordRoles.FOLLOWS);
    }

    @Nullable DateExpression expression(int at) {
      BoundGrammar.Prefix prefix = may.has(at, WordRoles.BOUND) ? bounds.prefix(at) : null;
      if (prefix != null) {
        DateExpression bounded = bounded(at, prefix.end(), prefix.bound());
        if (bounded != null) return bounded;
      }
      return bounded(at, at, Bound.AT);
    }

    /**
     * "In the third quarter instead of the fourth", "was due in the second half of 2027 and is
     * brought forward to the first": the quarter or half of which only the number is told.
     */
    @Nullable DateExpression elided(int at, DateExpression last) {
      if (!tokens.word(at).equals("the") || !TO_ANOTHER.contains(tokens.word(at - 1))) return null;
      for (int i = last.end(); i < at; i++) if (tokens.word(i).equals(".")) return null;
      Match other = last.period() instanceof Calendar c ? sameUnit(c, c.year(), at) : null;
      return other == null
          ? null
          : new DateExpression(at, other.end(), at, other.period(), Bound.AT);
    }

    /** "The fourth" behind a quarter. */
    private @Nullable Match sameUnit(Period first, Year year, int at) {
      if (!tokens.word(at).equals("the") || !(first instanceof Calendar c)) return null;
      boolean part = c.unit() == Unit.QUARTER || c.unit() == Unit.HALF;
      Integer ordinal = DateWords.ORDINALS.get(tokens.word(at + 1));
      boolean alone = !tokens.isWord(at + 2) || CLAUSES.contains(tokens.word(at + 2));
      if (!part || ordinal == null || ordinal < 1 || !alone) return null;
      return new Match(new Calendar(c.unit(), ordinal, 0, year, Part.WHOLE), at + 2);
    }

    private @Nullable DateExpression bounded(int start, int core, Bound bound) {
      Match match = range(core);
      if (bound == Bound.BEFORE) {
        DateExpression ended = beforeItsEnd(start, core, match);
        if (ended != null) return ended;
      }
      if (match == null) return null;
      Bound suffix = bounds.suffix(match.end());
      int end = suffix == Bound.AT ? match.end() : bounds.endOfSuffix(match.end());
      Bound result = suffix == Bound.AT ? bound : suffix;
      Period period = match.period();
      if (result == Bound.BEFORE && isEnd(period)) result = Bound.BY;
      if (result == Bound.BY) period = whole(period);
      return new DateExpression(start, end, core, period, result);
    }

    /** "Before the year is out", "before June is over". */
    private @Nullable DateExpression beforeItsEnd(int start, int core, @Nullable Match match) {
      Match period = match == null ? periods.current(core) : match;
      int end = period == null ? -1 : over(period.end());
      return period == null || end < 0
          ? null
          : new DateExpression(start, end, core, period.period(), Bound.BY);
    }

    /** Behind the words of "before the year is out", "before June is over"; -1 when none. */
    private int over(int at) {
      if (tokens.isOneOf(at, "ends", "closes")) return at + 1;
      boolean is = tokens.isOneOf(at, "is", "'s", "was") && !tokens.word(at + 2).equals("of");
      return is && tokens.isOneOf(at + 1, "out", "over", "through", "up") ? at + 2 : -1;
    }

    /** "By the end of May" is by May. */
    private static Period whole(Period period) {
      if (!isEnd(period)) return period;
      Period whole = PartGrammar.withPart(period, Part.WHOLE);
      return whole == null ? period : whole;
    }

    private static boolean isEnd(Period period) {
      return (period instanceof Calendar c && c.part() == Part.END)
          || (period instanceof Period.Relative r && r.part() == Part.END);
    }

    private @Nullable Match range(int at) {
      boolean between = tokens.word(at).equals("between");
      boolean from = tokens.word(at).equals("from");
      int start = between || from ? at + 1 : at;
      Match bareDays = bareDays(start);
      if (bareDays != null) return from ? moving(bareDays) : bareDays;
      Match ordinals = ordinals(start);
      if (ordinals != null) return from ? moving(ordinals) : ordinals;
      Match parts = parts(start);
      if (parts != null) return parts;
      Match first = periods.read(start);
      if (first == null) return null;
      Match except = except(first);
      return except != null ? except : stretch(first, between, from);
    }

    /** What begins with a period: a range, or that period alone. */
    private @Nullable Match stretch(Match first, boolean between, boolean from) {
      Match span = span(first);
      boolean moves = span != null && MOVES.contains(tokens.word(span.end()));
      Match range = joined(span != null && moves ? span : first, between, from);
      if (span != null && !from && (range == null || span.end() > range.end())) return span;
      if (range != null) return range;
      return between || from ? null : first;
    }

    /** "July-September", "July-to-September", the end of which may move in turn. */
    private @Nullable Match span(@Nullable Match first) {
      if (first == null || !tokens.word(first.end()).equals("-")) return null;
      boolean to = tokens.word(first.end() + 1).equals("to");
      Match last = periods.read(first.end() + (to ? 3 : 1));
      if (last == null || !isJoinable(first.period(), last.period())) return null;
      int end = tokens.word(last.end()).equals("quarter") ? last.end() + 1 : last.end();
      return new Match(new Range(first.period(), last.period(), false), end);
    }

    /** "From the second to the fourth quarter" may be a move. */
    private static Match moving(Match match) {
      return match.period() instanceof Range range
          ? new Match(new Range(range.first(), range.last(), true), match.end())
          : match;
    }

    private @Nullable Match joined(Match first, boolean between, boolean from) {
      int join = first.end();
      if (tokens.word(join).equals(",")) join++;
      String word = tokens.word(join);
      if (!JOINS.contains(word) || (word.equals("and") && !between)) return null;
      if (join > first.end() && !word.equals("or")) return null;
      int next = join + 1;
      if (tokens.word(next).equals("even") || tokens.word(next).equals("maybe")) next++;
      if (tokens.word(next).equals("at") && tokens.word(next + 1).equals("least")) next += 2;
      boolean moves = MOVES.contains(word);
      Match last = dayOnly(first, next, from);
      if (last == null) last = sameUnit(first.period(), Year.MISSING, next);
      if (last == null) last = periods.read(next);
      Match span = span(last);
      if (span != null) last = span;
      if (last == null || !isJoinable(first.period(), last.period())) return null;
      if (isOver(last.period())) return null; // "booked for May 4 until yesterday"
      if (word.equals("/") && !(isNamed(first.period()) && isNamed(last.period()))) return null;
      boolean move = from || (moves && !between);
      return new Match(new Range(first.period(), last.period(), move), last.end());
    }

    private static boolean isOver(Period period) {
      return period instanceof Period.Relative relative && relative.offset() < 0;
    }

    private static boolean isJoinable(Period first, Period last) {
      return isPlaced(first) && isPlaced(last);
    }

    /** A month, quarter or season: not the numbers of "5/6". */
    private static boolean isNamed(Period period) {
      return period instanceof Calendar c && c.unit() != Unit.DAY && c.unit() != Unit.YEAR;
    }

    private static boolean isPlaced(Period period) {
      return !(period instanceof Period.Ahead
          || period instanceof Period.Ago
          || period instanceof Period.Shift);
    }

    /** "August 15 and 30", "from March 20 to 13": a day that borrows its month. */
    private @Nullable Match dayOnly(Match first, int at, boolean moves) {
      if (!(first.period() instanceof Calendar c) || c.unit() != Unit.DAY) return null;
      Integer day = DateWords.dayOfMonth(tokens.word(at));
      if (day == null) return null;
      boolean ends = !tokens.isWord(at + 1) || BEHIND.contains(tokens.word(at + 1));
      boolean back = moves && ends; // not "from June 12 to 5 countries"
      if (day <= c.day() && !back) return null;
      if (DateWords.MONTHS.containsKey(tokens.word(at + 1))) return null;
      if (DateWords.UNITS.containsKey(tokens.word(at + 1))) return null;
      Year year = c.year();
      int end = at + 1;
      int next = tokens.word(end).equals(",") ? end + 1 : end;
      Integer number = DateWords.year(tokens.word(next));
      if (number != null) {
        year = Year.of(number);
        end = next + 1;
      }
      return new Match(new Calendar(Unit.DAY, c.index(), day, year, Part.WHOLE), end);
    }

    /** "15 to 30 August": a day before the one that has the month. */
    private @Nullable Match bareDays(int at) {
      int start = tokens.word(at).equals("the") ? at + 1 : at;
      if (!may.has(start, WordRoles.DATE)) return null;
      Integer first = DateWords.dayOfMonth(tokens.word(start));
      String join = tokens.word(start + 1);
      if (first == null || !JOINS.contains(join)) return null;
      Match last = periods.base(start + 2);
      if (last == null || !(last.period() instanceof Calendar c) || c.unit() != Unit.DAY) {
        return null;
      }
      if (!Character.isDigit(tokens.word(start + 2).charAt(0)) || c.day() <= first) return null;
      Period begin = new Calendar(Unit.DAY, c.index(), first, c.year(), Part.WHOLE);
      return new Match(new Range(begin, c, false), last.end());
    }

    /** "The first or second quarter of 2026"; not "back to the first quarter". */
    private @Nullable Match ordinals(int at) {
      int start = tokens.word(at).equals("the") ? at + 1 : at;
      if (!may.has(start, WordRoles.QUARTER)) return null;
      Integer first = DateWords.ORDINALS.get(tokens.word(start));
      if (first == null || first < 1 || !JOINS.contains(tokens.word(start + 1))) return null;
      Match last = periods.read(start + 2);
      if (last == null || !(last.period() instanceof Calendar c) || c.unit() != Unit.QUARTER) {
        return null;
      }
      Period begin = new Calendar(Unit.QUARTER, first, 0, c.year(), Part.WHOLE);
      return new Match(new Range(begin, c, false), last.end());
    }

    /** "Early to mid May", "mid or late 2026". */
    private @Nullable Match parts(int at) {
      if (!may.has(at, WordRoles.PART)) return null;
      Part first = DateWords.PART_ADJECTIVES.get(tokens.word(at));
      int next = at + 1;
      if (tokens.word(next).equals("-")) next++;
      if (first == null || !JOINS.contains(tokens.word(next))) return null;
      Match last = periods.read(next + 1);
      if (last == null || !DateWords.PART_ADJECTIVES.containsKey(tokens.word(next + 1)))
        return null;
      Period begin = PartGrammar.withPart(last.period(), first);
      return begin == null ? null : new Match(new Range(begin, last.period(), false), last.end());
    }

    /** "June, not July" is a contrast. */
    private static boolean isPartOf(Unit part, Unit whole) {
      return part.compareTo(whole) < 0;
    }

    /** "This summer, but not in June". */
    private @Nullable Match except(Match whole) {
      int next = whole.end();
      if (tokens.word(next).equals(",")) next++;
      if (tokens.word(next).equals("but") || tokens.word(next).equals("though")) next++;
      if (!tokens.word(next).equals("not") || next == whole.end()) return null;
      next++;
      if (tokens.word(next).equals("in")) next++;
      Match without = periods.base(next);
      if (without == null || !(without.period() instanceof Calendar part)) return null;
      if (!part.year().isMissing()) return null; // "early 2027, not this autumn"
      if (whole.period() instanceof Calendar all && !isPartOf(part.unit(), all.unit())) return null;
      return new Match(new Period.Except(whole.period(), without.period()), without.end());
    }
  }
}
