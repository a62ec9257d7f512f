package slipstream.analysis.dates;

import org.jspecify.annotations.Nullable;

/** Reads a count of a calendar unit: "two to three weeks", "a couple of months", "half a year". */
record AmountGrammar(Tokens tokens) {
  /** A count beyond which nothing is planned. */
  private static final int MOST = 400;

  /** A count and a unit; {@code vague} for "a few", "several", and a plural without a number. */
  record Amount(int least, int most, Unit unit, boolean vague, boolean couple, int end) {}

  /** "Two", "two to three", "2-3", "a few", "a couple of", "several", "half a year", "weeks". */
  @Nullable Amount read(int at) {
    int next = at;
    String word = tokens.word(next);
    if (word.equals("half") && tokens.word(next + 1).equals("a")) {
      return tokens.word(next + 2).equals("year") ? whole(6, Unit.MONTH, next + 3) : null;
    }
    if (word.equals("a") && isVague(tokens.word(next + 1))) word = tokens.word(++next);
    if (isVague(word)) return vagueAmount(next);
    Unit bare = DateWords.UNITS.get(word);
    if (bare != null && word.endsWith("s")) return new Amount(1, 9, bare, true, false, next + 1);
    Integer least = DateWords.number(word);
    if (least == null || least > MOST) return null;
    Amount half = andAHalf(least, next);
    return half != null ? half : countedAmount(least, next + 1);
  }

  private @Nullable Amount countedAmount(int least, int at) {
    int most = least;
    int next = at;
    String join = tokens.word(next);
    boolean between = join.equals("and") && tokens.word(at - 2).equals("between");
    if (join.equals("to") || join.equals("or") || join.equals("-") || between) {
      Integer upper = DateWords.number(tokens.word(next + 1));
      if (upper != null) {
        most = upper;
        next += 2;
      } else if (join.equals("-")) {
        next++;
      }
    }
    if (tokens.word(next).equals("more") || tokens.word(next).equals("full")) next++;
    Unit unit = DateWords.UNITS.get(tokens.word(next));
    if (unit == null || unit == Unit.WEEKEND || most < least) return null;
    int times = tokens.word(next).equals("fortnight") ? 2 : 1;
    int end = next + 1;
    if (tokens.word(end).equals("or") && tokens.word(end + 1).equals("so")) end += 2;
    return new Amount(least * times, most * times, unit, false, false, end);
  }

  /** "Two and a half years", "a year and a half": halves of a year are told in months. */
  private @Nullable Amount andAHalf(int count, int at) {
    boolean before = isHalf(at + 1);
    if (!before && !isHalf(at + 2)) return null;
    Unit unit = DateWords.UNITS.get(tokens.word(before ? at + 4 : at + 1));
    if (unit == Unit.YEAR) return whole(12 * count + 6, Unit.MONTH, at + 5);
    return unit == Unit.MONTH ? whole(4 * count + 2, Unit.WEEK, at + 5) : null;
  }

  private boolean isHalf(int at) {
    return tokens.word(at).equals("and")
        && tokens.word(at + 1).equals("a")
        && tokens.word(at + 2).equals("half");
  }

  private static Amount whole(int count, Unit unit, int end) {
    return new Amount(count, count, unit, false, false, end);
  }

  /** True for words of a count that is no number. */
  static boolean isVague(String word) {
    return word.equals("few")
        || word.equals("couple")
        || word.equals("several")
        || word.equals("some")
        || word.equals("handful")
        || word.equals("number")
        || word.equals("matter");
  }

  private @Nullable Amount vagueAmount(int at) {
    boolean couple = tokens.word(at).equals("couple");
    int next = at + 1;
    if (tokens.word(next).equals("more")) next++;
    if (tokens.word(next).equals("of")) next++;
    if (tokens.word(next).equals("more") || tokens.word(next).equals("short")) next++;
    Unit unit = DateWords.UNITS.get(tokens.word(next));
    if (unit == null) return null;
    return couple
        ? new Amount(2, 2, unit, false, true, next + 1)
        : new Amount(1, 9, unit, true, false, next + 1);
  }
}
