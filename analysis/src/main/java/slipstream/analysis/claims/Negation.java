package slipstream.analysis.claims;

import slipstream.analysis.dates.Tokens;

/** The words that deny what stands behind them. */
final class Negation {
  private Negation() {}

  /** True for "not", "no", "won't"; for "nothing" unless it is written like a name. */
  static boolean isNegation(Tokens tokens, int at) {
    return isNegation(tokens.word(at))
        || (tokens.word(at).equals("nothing") && !tokens.isCapitalised(at));
  }

  private static boolean isNegation(String word) {
    return word.endsWith("n't")
        || switch (word) {
          case "not", "no", "never", "neither", "nor", "without", "cannot", "nobody" -> true;
          default -> false;
        };
  }
}
