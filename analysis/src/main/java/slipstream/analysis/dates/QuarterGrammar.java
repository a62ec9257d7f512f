package slipstream.analysis.dates;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Year;
import slipstream.analysis.dates.PeriodGrammar.Match;

/** Reads quarters and halves of a year. */
record QuarterGrammar(Tokens tokens, YearGrammar years, MonthGrammar months) {
  private static final Set<String> ENDING =
      WordSet.of("ending", "ends", "ended", "to", "through", "until");

  /** "Q3 2026", "3Q26", "the third quarter", "H1", "the first three months of 2026". */
  @Nullable Match read(int at) {
    Match coded = coded(at);
    if (coded != null) return coded;
    Match ending = ending(at);
    if (ending != null) return ending;
    Integer ordinal = DateWords.ORDINALS.get(tokens.word(at));
    if (ordinal == null) return null;
    int next = at + 1;
    if (tokens.word(next).equals("-")) next++;
    Unit months = months(next);
    if (months != null) {
      YearGrammar.Found year = years.after(next + 2);
      return year.year().isMissing() ? null : quarter(months, ordinal, year);
    }
    if (tokens.word(next).equals("calendar")) next++;
    String word = tokens.word(next);
    if (word.equals("quarter")) return quarter(Unit.QUARTER, ordinal, years.after(next + 1));
    boolean halfOfPeriod = word.equals("half") && !isSeasonOrSport(next + 1);
    return halfOfPeriod ? quarter(Unit.HALF, ordinal, years.after(next + 1)) : null;
  }

  /** "Three months", "six months". */
  private @Nullable Unit months(int at) {
    if (!tokens.word(at + 1).equals("months")) return null;
    return switch (tokens.word(at)) {
      case "three", "3" -> Unit.QUARTER;
      case "six", "6" -> Unit.HALF;
      default -> null;
    };
  }

  /** "The September quarter", "the quarter ending in June", "the three months to June". */
  private @Nullable Match ending(int at) {
    if (tokens.word(at - 1).equals("the")) {
      if (months(at) == Unit.QUARTER) return endingWith(at + 2);
      if (tokens.word(at).equals("quarter")) {
        return endingWith(tokens.word(at + 1).equals("that") ? at + 2 : at + 1);
      }
    }
    Match month = months.month(at);
    return month == null || !tokens.word(month.end()).equals("quarter")
        ? null
        : of(month.period(), month.end() + 1);
  }

  private @Nullable Match endingWith(int at) {
    if (!ENDING.contains(tokens.word(at))) return null;
    int next = tokens.isOneOf(at + 1, "in", "on", "with") ? at + 2 : at + 1;
    Match last = months.day(next);
    if (last == null) last = months.month(next);
    return last == null ? null : of(last.period(), last.end());
  }

  /** The quarter of the calendar whose last month is that of a period. */
  private static @Nullable Match of(Period period, int end) {
    if (!(period instanceof Calendar last) || last.index() % 3 != 0) return null;
    return new Match(new Calendar(Unit.QUARTER, last.index() / 3, 0, last.year(), Part.WHOLE), end);
  }

  private boolean isSeasonOrSport(int at) {
    return tokens.word(at).equals("century") || tokens.word(at).equals("dozen");
  }

  private static Match quarter(Unit unit, int ordinal, YearGrammar.Found year) {
    int index = ordinal > 0 ? ordinal : unit == Unit.QUARTER ? 4 : 2;
    return new Match(new Calendar(unit, index, 0, year.year(), Part.WHOLE), year.end());
  }

  private @Nullable Match coded(int at) {
    if (!isCoded(tokens, at)) return null;
    String word = tokens.word(at);
    int letterAt = Character.isDigit(word.charAt(0)) ? 1 : 0;
    Unit unit = word.charAt(letterAt) == 'q' ? Unit.QUARTER : Unit.HALF;
    int index = word.charAt(1 - letterAt) - '0';
    if (word.length() == 2) return quarter(unit, index, years.after(at + 1));
    Integer year = DateWords.number(word.substring(2));
    if (year == null) return null;
    return quarter(unit, index, new YearGrammar.Found(Year.of(2000 + year), at + 1));
  }

  /** "Q3", "3Q", "H1", "3Q26" in capitals. */
  static boolean isCoded(Tokens tokens, int at) {
    String word = tokens.word(at);
    if (word.length() != 2 && word.length() != 4) return false;
    char letter = Character.isDigit(word.charAt(0)) ? word.charAt(1) : word.charAt(0);
    char digit = Character.isDigit(word.charAt(0)) ? word.charAt(0) : word.charAt(1);
    boolean quarter = letter == 'q' && digit >= '1' && digit <= '4';
    boolean half = letter == 'h' && digit >= '1' && digit <= '2';
    if (!quarter && !half) return false;
    String printed = tokens.text(at, at + 1);
    return printed.equals(printed.toUpperCase(Locale.ROOT));
  }
}
