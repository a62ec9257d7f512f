package slipstream.analysis.dates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Year;
import slipstream.analysis.dates.PeriodGrammar.Match;

/** Reads quarters and halves of a year. */
record QuarterGrammar(Tokens tokens, YearGrammar years) {
  /** "Q3 2026", "3Q26", "the third quarter", "H1", "the first three months of 2026". */
  @Nullable Match read(int at) {
    Match coded = coded(at);
    if (coded != null) return coded;
    Integer ordinal = DateWords.ORDINALS.get(tokens.word(at));
    if (ordinal == null) return null;
    int next = at + 1;
    if (tokens.word(next).equals("-")) next++;
    if (isThreeMonths(next)) {
      YearGrammar.Found year = years.after(next + 2);
      return year.year().isMissing() ? null : quarter(Unit.QUARTER, ordinal, year);
    }
    String word = tokens.word(next);
    if (word.equals("quarter")) return quarter(Unit.QUARTER, ordinal, years.after(next + 1));
    boolean halfOfPeriod = word.equals("half") && !isSeasonOrSport(next + 1);
    return halfOfPeriod ? quarter(Unit.HALF, ordinal, years.after(next + 1)) : null;
  }

  private boolean isThreeMonths(int at) {
    boolean three = tokens.word(at).equals("three") || tokens.word(at).equals("3");
    return three && tokens.word(at + 1).equals("months");
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
