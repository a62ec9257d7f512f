package slipstream.analysis.dates;

import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Range;
import slipstream.analysis.dates.Period.Year;
import slipstream.analysis.dates.PeriodGrammar.Match;

/** Reads years, alone and behind other periods. */
record YearGrammar(Tokens tokens) {
  private static final int CENTURY = 2000;

  /** A year, perhaps missing, and the token after it. */
  record Found(Year year, int end) {}

  /** A bare year, not a quantity, a price or a part of a name. */
  @Nullable Match bare(int at) {
    Integer shortened = shortened(at);
    if (shortened != null && DateWords.PART_ADJECTIVES.containsKey(tokens.word(at - 1))) {
      return new Match(new Calendar(Unit.YEAR, 0, 0, Year.of(shortened), Part.WHOLE), at + 2);
    }
    Integer year = DateWords.year(tokens.word(at));
    if (year == null || isPartOfName(at) || isQuantity(at + 1)) return null;
    if (tokens.word(at + 1).equals("-") && tokens.isGlued(at + 1) && tokens.isGlued(at + 2)) {
      Integer next = DateWords.number(tokens.word(at + 2));
      if (next != null && next == (year + 1) % CENTURY) return years(year, at + 3);
      if (DateWords.year(tokens.word(at + 2)) == null) return null;
    }
    if (isBetweenNames(at)) return null;
    return new Match(new Calendar(Unit.YEAR, 0, 0, Year.of(year), Part.WHOLE), at + 1);
  }

  /** "2027-28". */
  private static Match years(int first, int end) {
    var last = new Calendar(Unit.YEAR, 0, 0, Year.of(first + 1), Part.WHOLE);
    var begin = new Calendar(Unit.YEAR, 0, 0, Year.of(first), Part.WHOLE);
    return new Match(new Range(begin, last, false), end);
  }

  /** The year of "spring '27"; null where none stands. */
  private @Nullable Integer shortened(int at) {
    boolean two = tokens.isGlued(at + 1) && tokens.word(at + 1).length() == 2;
    if (!two || !tokens.word(at).equals("'")) return null;
    Integer number = DateWords.number(tokens.word(at + 1));
    return number == null ? null : CENTURY + number;
  }

  /** True for a number that a sign or a hyphen makes a price or a part of a name. */
  boolean isPartOfName(int at) {
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
        && !QuarterGrammar.isCoded(tokens, at - 2)
        && DateWords.MONTHS.get(tokens.word(at - 2)) == null;
  }

  /** True for words that make the number before them a count of things. */
  boolean isQuantity(int at) {
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
  Found after(int at) {
    int next = at;
    String word = tokens.word(next);
    if (word.equals(",") || word.equals("of") || word.equals("in") || word.equals("-")) next++;
    if (word.equals("of") && tokens.word(next).equals("calendar")) next++;
    Integer number = DateWords.year(tokens.word(next));
    if (number != null && !isQuantity(next + 1)) return new Found(Year.of(number), next + 1);
    Integer shortened = shortened(next);
    if (shortened != null) return new Found(Year.of(shortened), next + 2);
    if (word.equals(",") || word.equals("-")) return new Found(Year.MISSING, at);
    if (tokens.word(next).equals("the") && word.equals("of")) {
      if (tokens.word(next + 1).equals("year")) return new Found(Year.relative(0), next + 2);
      next++;
    }
    if (!tokens.word(next + 1).equals("year")) return new Found(Year.MISSING, at);
    boolean same = tokens.word(next).equals("that") || tokens.word(next).equals("same");
    if (same) return new Found(Year.MISSING, next + 2);
    Integer offset = PeriodGrammar.offset(tokens.word(next));
    return offset == null
        ? new Found(Year.MISSING, at)
        : new Found(Year.relative(offset), next + 2);
  }

  /** "The Russell 2000 Index". */
  private boolean isBetweenNames(int at) {
    boolean named = tokens.isCapitalised(at - 1) && tokens.isCapitalised(at + 1);
    return named && !DateVocabulary.isDateWord(tokens.word(at - 1));
  }
}
