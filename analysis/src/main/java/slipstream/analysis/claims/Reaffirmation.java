package slipstream.analysis.claims;

import java.util.Set;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** The words by which a sentence says that a plan stands. */
final class Reaffirmation {
  private static final int REACH = 3;
  private static final Set<String> REAFFIRMING =
      WordSet.of("unchanged", "reaffirmed", "reiterated", "officially");

  /** What says so of the plan behind it. */
  private static final Set<String> KEEPING = WordSet.of("still", "remains", "stands", "always");

  /** What is done by or to a date that stands. */
  private static final Set<String> HOLDING =
      WordSet.ofLine(
          "stand stands stood stick sticks stuck sticking keep keeps kept hold holds held adhere"
              + " adheres adhered cling clings clung");

  private static final Set<String> AS_BEFORE =
      WordSet.of(
          "planned",
          "scheduled",
          "promised",
          "announced",
          "before",
          "hoped",
          "intended",
          "agreed",
          "advertised");

  private static final Set<String> PRONOUNS = WordSet.of("we", "it", "they", "i");
  private static final Set<String> EARLIER =
      WordSet.of("had", "was", "were", "first", "originally", "once");

  private Reaffirmation() {}

  /** "Remains due in May", "will begin in June as planned": what has been said before stands. */
  static boolean isIn(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (tokens.word(at).equals("not") && tokens.word(at + 1).equals("so")) continue;
      if (Negation.isIn(sentence, at)) return isUnchanged(sentence, at);
      if (REAFFIRMING.contains(tokens.word(at)) || isKept(sentence, at)) return true;
      if (tokens.isOneOf(at, "course", "track") && tokens.word(at - 1).equals("on")) return true;
      if (isAsBefore(tokens, at) || isHeldTo(sentence, at)) return true;
    }
    return false;
  }

  /** "Nothing has changed", "has not moved"; not "will not open in May as planned". */
  private static boolean isUnchanged(ReadSentence sentence, int negation) {
    return Negation.isOf(
        sentence.tokens(), negation, "changed", "moved", "shifted", "altered", "budged");
  }

  /** "Stands by December", "kept to the first quarter", "itself sticks to 'this autumn'". */
  private static boolean isHeldTo(ReadSentence sentence, int at) {
    Tokens tokens = sentence.tokens();
    if (!HOLDING.contains(tokens.word(at)) || !tokens.isOneOf(at + 1, "by", "to", "with", "at")) {
      return false;
    }
    return sentence.dates().stream().anyMatch(d -> d.end() > at + 1 && d.start() <= at + 1 + REACH);
  }

  /** "Is still coming out in May", "remains due in May", "had always been the aim". */
  private static boolean isKept(ReadSentence sentence, int at) {
    if (!KEEPING.contains(sentence.tokens().word(at))) return false;
    for (Cue cue : sentence.cues(CueKind.PLAN, CueKind.RELEASE)) {
      if (cue.start() >= at && cue.start() <= at + REACH) return true;
    }
    return false;
  }

  /** "As planned", "as we had hoped". */
  static boolean isAsBefore(Tokens tokens, int at) {
    if (!tokens.word(at).equals("as")) return false;
    int next = at + 1;
    boolean told = PRONOUNS.contains(tokens.word(next)); // "as it announced on Monday" is news
    if (told && !EARLIER.contains(tokens.word(++next))) return false;
    if (EARLIER.contains(tokens.word(next))) next++;
    return AS_BEFORE.contains(tokens.word(next));
  }
}
