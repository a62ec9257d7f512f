package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.Tokens;
import slipstream.contracts.Certainty;

/**
 * Reads how firmly a claim is made (C9): by who speaks in its sentence, else in the sentences
 * around it, else in the article.
 */
final class CertaintyReader {
  private static final int REACH = 4;
  private static final Set<String> NOT_SPEAKING =
      Set.of("to", "of", "with", "near", "told", "inside", "at", "by", "in", "from", "for", "on");

  private final Set<String> own;
  private final List<ReadSentence> article;

  /**
   * @param own words of the subject's owner and context, in lower case
   */
  CertaintyReader(Set<String> own, List<ReadSentence> article) {
    this.own = own;
    this.article = article;
  }

  Certainty read(Finding finding) {
    ReadSentence sentence = finding.sentence();
    Certainty said = said(sentence);
    if (said != null) return said;
    if (isAgent(sentence) && !isReportedAnywhere()) return Certainty.OFFICIAL;
    for (ReadSentence other : around(sentence.index())) {
      Certainty around = said(other);
      if (around != null) return around;
    }
    return isHedged(sentence) ? Certainty.SPECULATION : Certainty.REPORTED;
  }

  /** What the speakers of one sentence make it; null when nobody is said to speak. */
  private @Nullable Certainty said(ReadSentence sentence) {
    if (speaks(sentence)) return Certainty.OFFICIAL;
    if (isGuess(sentence)) return Certainty.SPECULATION;
    boolean people = sentence.has(CueKind.REPORT);
    if (sentence.has(CueKind.RUMOUR) && !people) return Certainty.RUMOURED;
    if (people) return Certainty.REPORTED;
    return sentence.has(CueKind.OFFICE) ? Certainty.OFFICIAL : null;
  }

  /** "Told analysts" makes nobody guess. */
  private static boolean isGuess(ReadSentence sentence) {
    for (Cue cue : sentence.cues(CueKind.GUESS)) {
      String before = sentence.tokens().word(cue.start() - 1);
      if (!before.equals("told") && !before.equals("to") && !before.equals("with")) return true;
    }
    return false;
  }

  /** The owner, or a person of its, beside a verb of saying. */
  private boolean speaks(ReadSentence sentence) {
    for (int at : ownWords(sentence)) {
      for (Cue say : sentence.cues(CueKind.SAY, CueKind.SILENT, CueKind.DENY)) {
        boolean after = say.start() > at && say.start() - at <= REACH;
        boolean before = say.kind() == CueKind.SAY && at >= say.end() && at - say.end() <= 1;
        if ((after || before)
            && isClear(sentence, Math.min(at, say.start()), Math.max(at, say.start()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isClear(ReadSentence sentence, int from, int to) {
    for (int at = from; at < to; at++) {
      String word = sentence.tokens().word(at);
      if (sentence.isBreak(at) || word.equals(",") || word.equals("and")) return false;
    }
    return true;
  }

  /** The owner as the one who delays, launches, plans. */
  private boolean isAgent(ReadSentence sentence) {
    for (int at : ownWords(sentence)) {
      if (sentence.tokens().word(at + 1).equals("'s")) continue;
      for (Cue cue :
          sentence.cues(
              CueKind.DELAY,
              CueKind.ACCELERATE,
              CueKind.RELEASED,
              CueKind.PLAN,
              CueKind.CANCEL,
              CueKind.RELEASE)) {
        if (cue.start() > at && cue.start() - at <= 3) return true;
      }
      for (int next = at + 1; next <= at + 2; next++) {
        String word = sentence.tokens().word(next);
        if (word.equals("has") || word.equals("moved") || word.equals("is")) return true;
      }
    }
    return false;
  }

  /** Words of the owner that are no part of a product's name and not behind a preposition. */
  private List<Integer> ownWords(ReadSentence sentence) {
    var found = new ArrayList<Integer>();
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (!own.contains(tokens.word(at)) || !tokens.isCapitalised(at)) continue;
      boolean first = at == sentence.from();
      if (!first && NOT_SPEAKING.contains(tokens.word(at - 1))) continue;
      if (!isInName(sentence, at)) found.add(at);
    }
    return found;
  }

  private static boolean isInName(ReadSentence sentence, int at) {
    for (Name name : sentence.names()) if (name.start() <= at && at < name.end()) return true;
    return false;
  }

  private boolean isReportedAnywhere() {
    for (ReadSentence sentence : article) {
      if (sentence.has(CueKind.REPORT) && !sentence.has(CueKind.OFFICE)) return true;
      if (OutletNames.find(sentence, own).isPresent()) return true;
    }
    return false;
  }

  private List<ReadSentence> around(int index) {
    var around = new ArrayList<ReadSentence>();
    for (int distance = 1; distance < article.size(); distance++) {
      if (index - distance > 0) around.add(article.get(index - distance));
      if (index + distance < article.size()) around.add(article.get(index + distance));
    }
    return around;
  }

  private static boolean isHedged(ReadSentence sentence) {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      switch (sentence.tokens().word(at)) {
        case "could", "might", "may", "perhaps", "possibly" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
