package slipstream.analysis.dates;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Relative;
import slipstream.analysis.dates.Period.Year;
import slipstream.analysis.dates.PeriodGrammar.Match;

/** Reads parts of periods: "early May", "the end of the year", "later this month", "year-end". */
record PartGrammar(Tokens tokens, PeriodGrammar periods) {
  /** What an early or late one of takes up a part of a period. */
  private static final Set<String> STRETCHES =
      WordSet.of("part", "days", "weeks", "months", "stages");

  /** The part of a period that begins at {@code at}; null when there is none. */
  @Nullable Match read(int at) {
    String word = tokens.word(at);
    Match end = unitEnd(at);
    if (end != null) return end;
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

  /** "Mid-May", "early in May", "the early part of May". */
  private int afterAdjective(int at) {
    int next = at + 1;
    if (tokens.word(next).equals("-")) next++;
    if (STRETCHES.contains(tokens.word(next)) && tokens.word(next + 1).equals("of")) next += 2;
    if (tokens.word(next).equals("in") || tokens.word(next).equals("on")) next++;
    return next;
  }

  private @Nullable Match partAfterOf(Part part, int at) {
    int next = at;
    if (tokens.word(next).equals("-") || tokens.word(next).equals("end")) next++;
    if (!tokens.word(next).equals("of")) return null;
    boolean hyphens = tokens.word(at).equals("-") && tokens.word(next + 1).equals("-");
    return partOf(part, hyphens ? next + 2 : next + 1); // "the end-of-June date"
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
    int start = tokens.word(at).equals("calendar") ? at + 1 : at;
    Unit unit = DateWords.UNITS.get(tokens.word(start));
    if (unit == Unit.MONTH || unit == Unit.YEAR || unit == Unit.QUARTER || unit == Unit.WEEK) {
      return new Match(new Relative(unit, 0, Part.WHOLE), start + 1);
    }
    return periods.base(start);
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
    if (period instanceof Period.Fiscal f) {
      return new Period.Fiscal(f.unit(), f.index(), f.year(), part, f.start());
    }
    return null;
  }

  /** "Year-end", "midyear", "year's end", "year-end 2026", "month's end". */
  private @Nullable Match unitEnd(int at) {
    String word = tokens.word(at);
    if (word.equals("yearend")) return new Match(endOfYear(Year.relative(0)), at + 1);
    if (word.equals("midyear")) {
      return new Match(new Calendar(Unit.YEAR, 0, 0, Year.relative(0), Part.MID), at + 1);
    }
    Unit unit = DateWords.UNITS.get(word);
    if (unit == null || unit == Unit.DAY || word.endsWith("s")) return null;
    int next = at + 1;
    if (tokens.word(next).equals("'s") || tokens.word(next).equals("-")) next++;
    if (next == at + 1 || !tokens.word(next).equals("end")) return null;
    if (unit != Unit.YEAR) return new Match(new Relative(unit, 0, Part.END), next + 1);
    Integer year = DateWords.year(tokens.word(next + 1));
    return year == null
        ? new Match(endOfYear(Year.relative(0)), next + 1)
        : new Match(endOfYear(Year.of(year)), next + 2);
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
    boolean two = tokens.word(next).equals("two");
    boolean counted = DateWords.number(tokens.word(next)) != null;
    if (counted || tokens.isOneOf(next, "few", "full")) next++;
    String unit = tokens.word(next);
    if (!tokens.word(next + 1).equals("of") && !tokens.word(next + 1).equals("in")) return null;
    Part part =
        switch (unit) {
          case "half" -> half(ordinal);
          case "week" -> week(ordinal);
          case "weeks" -> two ? half(ordinal) : stretch(ordinal);
          case "part" -> tokens.word(at).equals("latter") ? Part.LATE : stretch(ordinal);
          case "days" -> stretch(ordinal);
          case "months" -> counted ? null : stretch(ordinal);
          default -> null;
        };
    return part == null ? null : partOf(part, next + 2);
  }

  private static Part half(int ordinal) {
    return ordinal == 1 ? Part.FIRST_HALF : Part.SECOND_HALF;
  }

  private static Part stretch(int ordinal) {
    return ordinal == 1 ? Part.EARLY : Part.END;
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
}
