package slipstream.analysis.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Range;
import slipstream.analysis.dates.Period.Year;
import slipstream.analysis.dates.PeriodGrammar.Match;
import slipstream.contracts.config.Watchlist;

/**
 * Finds the date and period expressions of English news text, with the words that bound them. Its
 * cost is linear: each place is tried with a bounded number of tokens.
 */
public final class DateGrammar {
  private static final Set<String> JOINS =
      Set.of("-", "to", "through", "thru", "until", "till", "or", "into", "and");

  private final Holidays holidays;

  private DateGrammar(Holidays holidays) {
    this.holidays = holidays;
  }

  /** A grammar that also knows the events of the configured calendar. */
  public static DateGrammar of(Watchlist watchlist) {
    return new DateGrammar(Holidays.of(watchlist));
  }

  /** All expressions, in order, none overlapping another. */
  public List<DateExpression> find(Tokens tokens) {
    var found = new ArrayList<DateExpression>();
    var reading = new Reading(tokens, new PeriodGrammar(tokens, holidays));
    int at = 0;
    while (at < tokens.size()) {
      DateExpression expression = reading.expression(at);
      if (expression == null) {
        at++;
      } else {
        found.add(expression);
        at = expression.end();
      }
    }
    return found;
  }

  /** The grammar at work on one text. */
  private record Reading(Tokens tokens, PeriodGrammar periods) {
    private record Prefix(Bound bound, int end) {}

    @Nullable DateExpression expression(int at) {
      Prefix prefix = prefix(at);
      if (prefix != null) {
        DateExpression bounded = bounded(at, prefix.end(), prefix.bound());
        if (bounded != null) return bounded;
      }
      return bounded(at, at, Bound.AT);
    }

    private @Nullable DateExpression bounded(int start, int core, Bound bound) {
      Match match = range(core);
      if (match == null) return null;
      Bound suffix = suffix(match.end());
      int end = suffix == Bound.AT ? match.end() : endOfSuffix(match.end());
      Bound result = suffix == Bound.AT ? bound : suffix;
      Period period = match.period();
      if (result == Bound.BEFORE && isEnd(period)) result = Bound.BY;
      if (result == Bound.BY) period = whole(period);
      return new DateExpression(start, end, core, period, result);
    }

    /** "By the end of May" is by May. */
    private static Period whole(Period period) {
      if (!isEnd(period)) return period;
      Period whole = PeriodGrammar.withPart(period, Part.WHOLE);
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
      if (bareDays != null) return bareDays;
      Match ordinals = ordinals(start);
      if (ordinals != null) return from ? moving(ordinals) : ordinals;
      Match parts = parts(start);
      if (parts != null) return parts;
      Match first = periods.read(start);
      if (first == null) return null;
      Match except = except(first);
      if (except != null) return except;
      Match range = joined(first, between, from);
      if (range != null) return range;
      return between || from ? null : first;
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
      boolean moves = word.equals("to") || word.equals("into") || word.equals("until");
      Match day = dayOnly(first, next);
      Match last = day != null ? day : periods.read(next);
      if (last == null || !isJoinable(first.period(), last.period())) return null;
      boolean move = from || (moves && !between);
      return new Match(new Range(first.period(), last.period(), move), last.end());
    }

    private static boolean isJoinable(Period first, Period last) {
      return isPlaced(first) && isPlaced(last);
    }

    private static boolean isPlaced(Period period) {
      return !(period instanceof Period.Ahead
          || period instanceof Period.Ago
          || period instanceof Period.Shift);
    }

    /** "August 15 and 30": a day that borrows its month. */
    private @Nullable Match dayOnly(Match first, int at) {
      if (!(first.period() instanceof Calendar c) || c.unit() != Unit.DAY) return null;
      Integer day = DateWords.dayOfMonth(tokens.word(at));
      if (day == null || day <= c.day()) return null;
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

    /** "The first or second quarter of 2026". */
    private @Nullable Match ordinals(int at) {
      int start = tokens.word(at).equals("the") ? at + 1 : at;
      Integer first = DateWords.ORDINALS.get(tokens.word(start));
      if (first == null || !JOINS.contains(tokens.word(start + 1))) return null;
      Match last = periods.read(start + 2);
      if (last == null || !(last.period() instanceof Calendar c) || c.unit() != Unit.QUARTER) {
        return null;
      }
      Period begin = new Calendar(Unit.QUARTER, first, 0, c.year(), Part.WHOLE);
      return new Match(new Range(begin, c, false), last.end());
    }

    /** "Early to mid May", "mid or late 2026". */
    private @Nullable Match parts(int at) {
      Part first = DateWords.PART_ADJECTIVES.get(tokens.word(at));
      int next = at + 1;
      if (tokens.word(next).equals("-")) next++;
      if (first == null || !JOINS.contains(tokens.word(next))) return null;
      Match last = periods.read(next + 1);
      if (last == null || !DateWords.PART_ADJECTIVES.containsKey(tokens.word(next + 1)))
        return null;
      Period begin = PeriodGrammar.withPart(last.period(), first);
      return begin == null ? null : new Match(new Range(begin, last.period(), false), last.end());
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
      if (without == null || !(without.period() instanceof Calendar)) return null;
      return new Match(new Period.Except(whole.period(), without.period()), without.end());
    }

    private @Nullable Prefix prefix(int at) {
      String next = tokens.word(at + 1);
      return switch (tokens.word(at)) {
        case "by" -> new Prefix(Bound.BY, at + 1);
        case "until", "till" -> new Prefix(limit(at, Bound.UNTIL), at + 1);
        case "before" -> new Prefix(limit(at, Bound.BEFORE), at + 1);
        case "prior" -> next.equals("to") ? before(at) : null;
        case "ahead" -> next.equals("of") ? before(at) : null;
        case "after", "following", "past", "beyond" -> new Prefix(Bound.AFTER, at + 1);
        case "since" -> new Prefix(Bound.SINCE, at + 1);
        case "around", "about", "circa", "approximately", "roughly" ->
            new Prefix(Bound.AROUND, at + 1);
        case "within" -> new Prefix(Bound.BY, at + 1);
        case "no", "not" -> negative(at, next);
        case "as" -> comparative(at, next);
        case "on" -> next.equals("or") ? onOr(at) : null;
        default -> null;
      };
    }

    private Prefix before(int at) {
      return new Prefix(limit(at, Bound.BEFORE), at + 2);
    }

    /** "Not ... before May" and "won't ... until May" begin with May. */
    private Bound limit(int at, Bound bound) {
      for (int i = at - 1; i >= Math.max(0, at - 9); i--) {
        String word = tokens.word(i);
        if (word.equals(".") || word.equals(";") || word.equals(":")) break;
        if (isNegation(word)) return Bound.NOT_BEFORE;
      }
      return bound;
    }

    private static boolean isNegation(String word) {
      return word.endsWith("n't")
          || switch (word) {
            case "not",
                "never",
                "nothing",
                "unlikely",
                "hardly",
                "surprised",
                "doubt",
                "doubts",
                "cannot" ->
                true;
            default -> false;
          };
    }

    private @Nullable Prefix negative(int at, String next) {
      if (next.equals("before") || next.equals("until") || next.equals("till")) {
        return new Prefix(Bound.NOT_BEFORE, at + 2);
      }
      if (!tokens.word(at + 2).equals("than")) return null;
      return switch (next) {
        case "earlier", "sooner" -> new Prefix(Bound.NOT_BEFORE, at + 3);
        case "later" -> new Prefix(Bound.BY, at + 3);
        default -> null;
      };
    }

    private @Nullable Prefix comparative(int at, String next) {
      if (!tokens.word(at + 2).equals("as")) return null;
      int end = at + 3;
      if (tokens.word(end).equals("in") || tokens.word(end).equals("on")) end++;
      return switch (next) {
        case "early", "soon" -> new Prefix(Bound.AS_EARLY_AS, end);
        case "late" -> new Prefix(Bound.AT, end);
        default -> null;
      };
    }

    private @Nullable Prefix onOr(int at) {
      return switch (tokens.word(at + 2)) {
        case "before" -> new Prefix(Bound.BY, at + 3);
        case "after" -> new Prefix(Bound.NOT_BEFORE, at + 3);
        case "around", "about" -> new Prefix(Bound.AROUND, at + 3);
        default -> null;
      };
    }

    private Bound suffix(int at) {
      String next = tokens.word(at + 1);
      return switch (tokens.word(at)) {
        case "at" ->
            tokens.word(at + 2).equals("earliest") || tokens.word(at + 2).equals("soonest")
                ? Bound.NOT_BEFORE
                : tokens.word(at + 2).equals("latest") ? Bound.BY : Bound.AT;
        case "or" ->
            switch (next) {
              case "later", "beyond", "after" -> Bound.NOT_BEFORE;
              case "earlier", "sooner", "before" -> Bound.BY;
              default -> Bound.AT;
            };
        case "onwards", "onward" -> Bound.NOT_BEFORE;
        default -> Bound.AT;
      };
    }

    private int endOfSuffix(int at) {
      return switch (tokens.word(at)) {
        case "at" -> at + 3;
        case "or" -> at + 2;
        default -> at + 1;
      };
    }
  }
}
