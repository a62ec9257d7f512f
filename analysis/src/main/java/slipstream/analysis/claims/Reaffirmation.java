package slipstream.analysis.claims;

import java.util.Set;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** The words by which a sentence says that a plan stands. */
final class Reaffirmation {
  private static final Set<String> REAFFIRMING =
      WordSet.of(
          "unchanged",
          "track",
          "reaffirmed",
          "reiterated",
          "officially",
          "remains",
          "stands",
          "always");

  private static final Set<String> AS_BEFORE =
      WordSet.of("planned", "scheduled", "promised", "announced", "before");

  private Reaffirmation() {}

  /** "Remains due in May", "will begin in June as planned": what has been said before stands. */
  static boolean isIn(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (Negation.isNegation(tokens, at)) return false; // "will not open in May as planned"
      if (REAFFIRMING.contains(tokens.word(at)) || isStill(sentence, at)) return true;
      if (isAsBefore(tokens, at)) return true;
    }
    return false;
  }

  /** "Is still coming out in May". */
  private static boolean isStill(ReadSentence sentence, int at) {
    if (!sentence.tokens().word(at).equals("still")) return false;
    for (Cue cue : sentence.cues(CueKind.PLAN, CueKind.RELEASE)) {
      if (cue.start() >= at && cue.start() <= at + 1) return true;
    }
    return false;
  }

  /** "As planned". */
  static boolean isAsBefore(Tokens tokens, int at) {
    return tokens.word(at).equals("as") && AS_BEFORE.contains(tokens.word(at + 1));
  }
}
