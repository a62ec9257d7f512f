package slipstream.analysis.dates;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Fiscal;
import slipstream.analysis.dates.Period.Year;
import slipstream.analysis.dates.PeriodGrammar.Match;

/**
 * Reads periods of a company's fiscal year: "fiscal 2026", "Q3 FY26", "the third quarter of its
 * fiscal year", "the fiscal year ending in March 2027".
 */
final class FiscalGrammar {
  /** Words between a quarter and its fiscal year: "of", "its", "the company's". */
  private static final int BETWEEN = 4;

  /** Words from a part of a fiscal year to the months it is said to run from. */
  private static final int SPAN = 14;

  private static final Set<String> SPANS =
      WordSet.ofLine("is 's means runs running spans spanning covers covering (");

  private final Tokens tokens;

  FiscalGrammar(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The month in which the fiscal year begins by the words of the text: "its fiscal year, which
   * ends in January".
   */
  static Optional<Integer> start(Tokens tokens) {
    var grammar = new FiscalGrammar(tokens);
    for (int at = 0; at < tokens.size(); at++) {
      if (!tokens.word(at).equals("fiscal")) continue;
      Match match = tokens.word(at + 1).equals("year") ? grammar.limited(at + 2) : null;
      if (match != null && match.period() instanceof Fiscal f && f.start() != null) {
        return Optional.of(f.start());
      }
      Integer start = grammar.startByPart(at);
      if (start != null) return Optional.of(start);
    }
    return Optional.empty();
  }

  /**
   * "Its fiscal third quarter, which runs from October to December", "fiscal 2026 runs from April
   * 1": a year from April on.
   */
  private @Nullable Integer startByPart(int at) {
    Match match = read(at);
    if (match == null || !(match.period() instanceof Fiscal f)) return null;
    if (f.unit() == Unit.HALF) return null;
    Integer month = firstMonth(match.end());
    return month == null
        ? null
        : Math.floorMod(month - 1 - 3 * (Math.max(1, f.index()) - 1), 12) + 1;
  }

  /** The first month of a span that the same sentence tells of. */
  private @Nullable Integer firstMonth(int from) {
    for (int at = from + 1; at < from + SPAN && !tokens.word(at - 1).equals("."); at++) {
      Integer month = DateWords.MONTHS.get(tokens.word(at));
      if (month == null || !isSpan(at - 1)) continue;
      for (int to = at + 1; to < at + BETWEEN + 1; to++) {
        if (tokens.isOneOf(to, "to", "through", "-", "until")) return month;
      }
    }
    return null;
  }

  /** "Covers", "runs from": not "sales fell from May to July". */
  private boolean isSpan(int at) {
    return SPANS.contains(tokens.word(tokens.word(at).equals("from") ? at - 1 : at));
  }

  @Nullable Match read(int at) {
    Match year = year(at);
    if (year != null) return year;
    if (tokens.word(at).equals("fiscal")) return part(at + 1, true);
    Match relative = relative(at);
    return relative != null ? relative : part(at, false);
  }

  /** "Fiscal 2026", "fiscal year 2026", "FY26", "fiscal year ending in March 2027". */
  private @Nullable Match year(int at) {
    String word = tokens.word(at);
    if (word.startsWith("fy")) return abbreviated(at, word.substring(2));
    if (!word.equals("fiscal")) return null;
    boolean named = tokens.word(at + 1).equals("year");
    Integer number = DateWords.year(tokens.word(named ? at + 2 : at + 1));
    if (number != null) return whole(Year.of(number), null, named ? at + 3 : at + 2);
    if (!named) return null;
    Match limited = limited(at + 2);
    return limited != null ? limited : whole(Year.MISSING, null, at + 2);
  }

  private @Nullable Match abbreviated(int at, String rest) {
    String digits = rest.isEmpty() ? tokens.word(at + 1).replace("'", "") : rest;
    Integer number = DateWords.year(digits);
    if (number == null && digits.length() == 2) {
      Integer two = DateWords.number(digits);
      number = two == null ? null : Integer.valueOf(2000 + two);
    }
    return number == null ? null : whole(Year.of(number), null, rest.isEmpty() ? at + 2 : at + 1);
  }

  private static Match whole(Year year, @Nullable Integer start, int end) {
    return new Match(new Fiscal(Unit.YEAR, 0, year, Part.WHOLE, start), end);
  }

  /** "Ending March 31, 2027", "that ends in March": what limits a fiscal year. */
  private @Nullable Match limited(int at) {
    int next = at;
    while (next < at + 3 && isFiller(tokens.word(next))) next++;
    String verb = tokens.word(next);
    boolean ends = verb.equals("ending") || verb.equals("ended") || verb.equals("ends");
    if (isLasting(verb) && tokens.isOneOf(next + 1, "until", "till", "to", "through")) {
      ends = true;
      next++;
    }
    boolean begins = verb.startsWith("begin") || verb.startsWith("start");
    if (!ends && !begins) return null;
    next++;
    while (next < at + 8 && isFiller(tokens.word(next))) next++;
    Integer month = DateWords.MONTHS.get(tokens.word(next));
    if (month == null) return null;
    int end = next + 1;
    if (DateWords.dayOfMonth(tokens.word(end)) != null) end++;
    int yearAt = tokens.word(end).equals(",") ? end + 1 : end;
    Integer number = DateWords.year(tokens.word(yearAt));
    int start = ends ? month % 12 + 1 : month;
    if (number == null) return whole(Year.MISSING, start, end);
    boolean split = begins && month > 1; // it is named after the year in which it ends
    return whole(Year.of(split ? number + 1 : number), start, yearAt + 1);
  }

  private static boolean isLasting(String verb) {
    return switch (verb) {
      case "runs", "running", "lasts", "lasting" -> true;
      default -> false;
    };
  }

  private static boolean isFiller(String word) {
    return switch (word) {
      case ",",
          "that",
          "which",
          "in",
          "on",
          "late",
          "early",
          "mid",
          "-",
          "the",
          "at",
          "end",
          "of" ->
          true;
      default -> false;
    };
  }

  /** "This fiscal year", "the current fiscal year, which runs until March 2027". */
  private @Nullable Match relative(int at) {
    if (!tokens.word(at + 1).equals("fiscal") || !tokens.word(at + 2).equals("year")) return null;
    Integer offset = PeriodGrammar.offset(tokens.word(at));
    if (offset == null) return null;
    Match limited = limited(at + 3);
    return limited != null ? limited : whole(Year.relative(offset), null, at + 3);
  }

  /** "Third quarter of fiscal 2026", "Q3 FY26", "third fiscal quarter". */
  private @Nullable Match part(int at, boolean fiscal) {
    if (QuarterGrammar.isCoded(tokens, at) && tokens.word(at).length() == 2) {
      boolean quarter = tokens.word(at).charAt(0) == 'q';
      int index = tokens.word(at).charAt(1) - '0';
      return part(quarter ? Unit.QUARTER : Unit.HALF, index, at + 1, fiscal);
    }
    Integer ordinal = DateWords.ORDINALS.get(tokens.word(at));
    if (ordinal == null) return null;
    int next = tokens.word(at + 1).equals("-") ? at + 2 : at + 1;
    boolean inner = tokens.word(next).equals("fiscal");
    if (inner) next++;
    Unit unit = DateWords.UNITS.get(tokens.word(next));
    int index = ordinal > 0 ? ordinal : unit == Unit.HALF ? 2 : 4;
    return part(unit, index, next + 1, fiscal || inner);
  }

  private @Nullable Match part(@Nullable Unit unit, int index, int end, boolean fiscal) {
    int most = unit == Unit.QUARTER ? 4 : unit == Unit.HALF ? 2 : 0;
    if (unit == null || index < 1 || index > most) return null;
    for (int at = end; at < end + BETWEEN; at++) {
      Match year = relative(at);
      if (year == null) year = year(at);
      if (year != null && year.period() instanceof Fiscal f) {
        return new Match(new Fiscal(unit, index, f.year(), Part.WHOLE, f.start()), year.end());
      }
      if (!isLink(tokens.word(at))) break;
    }
    if (!fiscal) return null;
    int of = tokens.word(end).equals("of") || tokens.word(end).equals("in") ? end + 1 : end;
    Integer number = DateWords.year(tokens.word(of));
    return number == null
        ? new Match(new Fiscal(unit, index, Year.MISSING, Part.WHOLE, null), end)
        : new Match(new Fiscal(unit, index, Year.of(number), Part.WHOLE, null), of + 1);
  }

  private static boolean isLink(String word) {
    return switch (word) {
      case "of", "in", "its", "the", "their", "company", "'s", "," -> true;
      default -> false;
    };
  }
}
