package slipstream.analysis.claims;

import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** What a sentence tells of the maker as the one who does it. */
final class OwnDeeds {
  private static final int ASIDE = 6;
  private static final int VERB_REACH = 3;

  private static final WordSet VERBS = WordLists.of("date-verb");

  private static final CueKind[] MOVES = {
    CueKind.DELAY, CueKind.MISS, CueKind.MOVE, CueKind.ACCELERATE, CueKind.CANCEL
  };

  private static final CueKind[] LAUNCHES = {CueKind.RELEASED};
  private static final CueKind[] PLANS = {CueKind.PLAN, CueKind.RELEASE};

  private final OwnWords own;

  OwnDeeds(OwnWords own) {
    this.own = own;
  }

  /**
   * "Acme has postponed it" is Acme's own act; "Acme launched it last year" is any outlet's flat
   * assertion.
   */
  boolean moves(ReadSentence sentence) {
    return isAgent(sentence, MOVES);
  }

  boolean launches(ReadSentence sentence) {
    return isAgent(sentence, LAUNCHES);
  }

  boolean plans(ReadSentence sentence) {
    return isAgent(sentence, PLANS);
  }

  /** The owner as the one who delays, launches, plans. */
  private boolean isAgent(ReadSentence sentence, CueKind[] kinds) {
    for (int at : own.in(sentence)) {
      if (sentence.tokens().word(at + 1).equals("'s")) continue;
      for (Cue cue : sentence.cues(kinds)) {
        int verb = pastAside(sentence, at);
        boolean behind = cue.start() > verb && cue.start() - verb <= VERB_REACH;
        if (verb > at && behind) return true;
        if (behind && OwnWords.isClear(sentence, at, cue.start()) && !isObject(sentence, at))
          return true;
      }
      if (VERBS.contains(sentence.tokens().word(at + 1))) return true;
    }
    return false;
  }

  /** "Acme, of Harbour Street, hopes to": behind the words between two commas. */
  private static int pastAside(ReadSentence sentence, int at) {
    Tokens tokens = sentence.tokens();
    if (!tokens.word(at + 1).equals(",")) return at;
    for (int end = at + 2; end < Math.min(sentence.to(), at + ASIDE); end++) {
      if (tokens.word(end).equals(",")) return end;
    }
    return at;
  }

  /** "Testers expect Acme to open it": Acme is not the one who speaks. */
  private static boolean isObject(ReadSentence sentence, int at) {
    for (Cue plan : sentence.cues(CueKind.PLAN)) if (plan.end() == at) return true;
    return false;
  }
}
