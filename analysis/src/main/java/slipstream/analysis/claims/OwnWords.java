package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/**
 * Where a sentence names those who make the product, or somebody of theirs, as who may speak or
 * act.
 */
final class OwnWords {
  private static final Set<String> NOT_SPEAKING =
      WordSet.of(
          "to", "of", "with", "near", "told", "inside", "at", "by", "in", "from", "for", "on");

  private static final WordSet MAKERS = WordLists.of("maker-named");

  private final Set<String> own;

  /**
   * @param own words of the subject's owner and context, in lower case
   */
  OwnWords(Set<String> own) {
    this.own = own;
  }

  /**
   * The places of words of the owner that are no part of a product's name and not behind a
   * preposition.
   */
  List<Integer> in(ReadSentence sentence) {
    var found = new ArrayList<Integer>();
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      boolean named = own.contains(tokens.word(at)) && tokens.isCapitalised(at);
      if (!named && !isTheMaker(tokens, at)) continue;
      boolean first = at == sentence.from();
      if (!first && NOT_SPEAKING.contains(tokens.word(at - 1))) continue;
      if (!sentence.isInName(at) && !isOfAnother(tokens, at)) found.add(at);
    }
    return found;
  }

  /** "The Gazette's Ada Low": she writes for another. */
  private boolean isOfAnother(Tokens tokens, int at) {
    for (int possessive = at - 1; possessive >= at - 2; possessive--) {
      if (!tokens.word(possessive).equals("'s")) continue;
      return tokens.isCapitalised(possessive - 1) && !own.contains(tokens.word(possessive - 1));
    }
    return false;
  }

  /** "The company", "the studio". */
  private static boolean isTheMaker(Tokens tokens, int at) {
    return tokens.word(at - 1).equals("the") && MAKERS.contains(tokens.word(at));
  }

  /** True when no comma, "and" or break stands between two places. */
  static boolean isClear(ReadSentence sentence, int from, int to) {
    for (int at = from; at < to; at++) {
      String word = sentence.tokens().word(at);
      if (sentence.isBreak(at) || word.equals(",") || word.equals("and")) return false;
    }
    return true;
  }
}
