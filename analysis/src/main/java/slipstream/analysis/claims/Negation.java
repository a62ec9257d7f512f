package slipstream.analysis.claims;

import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.Tokens;

/** The words that deny what stands behind them. */
final class Negation {
  /** Words from a negation to what it denies. */
  private static final int REACH = 3;

  private Negation() {}

  /** True for "not", "no", "won't"; for "nothing" unless it is written like a name. */
  static boolean isIn(ReadSentence sentence, int at) {
    String word = sentence.tokens().word(at);
    boolean nothing = word.equals("nothing") && !sentence.tokens().isCapitalised(at);
    return (nothing || isNegation(word)) && !sentence.isInName(at); // a game named "No Way Back"
  }

  /** "Nothing has changed", "not be surprised": one of some words right behind it, or next. */
  static boolean isOf(Tokens tokens, int negation, String... words) {
    return tokens.isOneOf(negation + 1, words) || tokens.isOneOf(negation + 2, words);
  }

  /** "Has not launched", "whether it was delayed": what does not say that it is so. */
  static boolean isBefore(ReadSentence sentence, Cue cue) {
    if (cue.kind() == CueKind.SILENT || cue.kind() == CueKind.UNDECIDED) return false;
    int first = Math.max(sentence.from(), cue.start() - REACH);
    for (int at = cue.start() - 1; at >= first; at--) {
      String word = sentence.tokens().word(at);
      if (sentence.isBreak(at) || word.equals(",")) return false;
      if (isIn(sentence, at) || word.equals("whether")) return true;
    }
    return false;
  }

  private static boolean isNegation(String word) {
    return word.endsWith("n't")
        || switch (word) {
          case "not", "no", "never", "neither", "nor", "without", "cannot", "nobody" -> true;
          default -> false;
        };
  }
}
