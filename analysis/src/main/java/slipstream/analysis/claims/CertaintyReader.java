package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.Tokens;
import slipstream.contracts.Certainty;
import slipstream.contracts.ClaimStatus;

/**
 * Reads how firmly a claim is made (C9): by who speaks in its sentence, else in the sentences
 * around it, else in the article.
 */
final class CertaintyReader {
  private static final int REACH = 6;
  private static final Set<String> NOT_SPEAKING =
      Set.of("to", "of", "with", "near", "told", "inside", "at", "by", "in", "from", "for", "on");

  private static final Set<String> VERBS =
      Set.of("moved", "moves", "shifted", "set", "sets", "dated", "dates", "rescheduled", "tagged");

  /**
   * "Acme has postponed it" is Acme's own act; "Acme launched it" is any outlet's flat assertion.
   */
  private static final CueKind[] DEEDS = {CueKind.DELAY, CueKind.ACCELERATE, CueKind.CANCEL};

  private static final CueKind[] PLANS = {CueKind.PLAN, CueKind.RELEASE};

  private final Set<String> own;
  private final List<ReadSentence> article;

  /** By sentence, once it was read; {@link Certainty#UNKNOWN} where nobody is said to speak. */
  private final @Nullable Certainty[] saidBy;

  /** Whether the article has any of it from others; null = not looked for yet. */
  private @Nullable Boolean reported;

  /**
   * @param own words of the subject's owner and context, in lower case
   */
  CertaintyReader(Set<String> own, List<ReadSentence> article) {
    this.own = own;
    this.article = article;
    this.saidBy = new Certainty[article.size()];
  }

  Certainty read(Finding finding) {
    ReadSentence sentence = finding.sentence();
    if (acts(sentence) && !sentence.has(CueKind.REPORT) && !isReportedAnywhere(finding)) {
      return Certainty.OFFICIAL;
    }
    Certainty said = said(sentence);
    if (said != null) return said;
    if (isAgent(sentence, PLANS) && !isReportedAnywhere(finding)) return Certainty.OFFICIAL;
    Certainty around = around(sentence.index());
    if (around != null) return around;
    return isHedged(sentence) ? Certainty.SPECULATION : Certainty.REPORTED;
  }

  /** What the nearest sentence makes it that says who speaks. */
  private @Nullable Certainty around(int index) {
    for (int distance = 1; distance < article.size(); distance++) {
      for (int other : new int[] {index - distance, index + distance}) {
        if (other < 1 || other >= article.size()) continue;
        Certainty said = saidBy[other] == null ? said(article.get(other)) : saidBy[other];
        saidBy[other] = said == null ? Certainty.UNKNOWN : said;
        if (said != null && said != Certainty.UNKNOWN && counts(said, distance)) return said;
      }
    }
    return null;
  }

  /** A report colours the whole article; gossip and an official word only what stands beside. */
  private static boolean counts(Certainty certainty, int distance) {
    return switch (certainty) {
      case REPORTED -> true;
      case OFFICIAL -> distance <= 2;
      case RUMOURED, SPECULATION, UNKNOWN -> distance <= 1;
    };
  }

  /** What the speakers of one sentence make it; null when nobody is said to speak. */
  private @Nullable Certainty said(ReadSentence sentence) {
    if (speaks(sentence)) return Certainty.OFFICIAL;
    if (isGuess(sentence)) return Certainty.SPECULATION;
    boolean people = sentence.has(CueKind.REPORT) || OutletNames.find(sentence, own).isPresent();
    if (sentence.has(CueKind.RUMOUR) && !people) return Certainty.RUMOURED;
    if (people) return Certainty.REPORTED;
    boolean says =
        sentence.has(CueKind.SAY) || sentence.has(CueKind.DENY) || sentence.has(CueKind.SILENT);
    boolean office = sentence.has(CueKind.OFFICE) && (says || isOfficially(sentence));
    return office || personSpeaks(sentence) ? Certainty.OFFICIAL : null;
  }

  private static boolean isOfficially(ReadSentence sentence) {
    return sentence.tokens().word(sentence.from()).equals("officially");
  }

  /** A person with first and last name beside a verb of saying. */
  private static boolean personSpeaks(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (Cue say : sentence.cues(CueKind.SAY)) {
      int at = say.start();
      if (isName(tokens, at - 1) && isName(tokens, at - 2)) return true;
      boolean inverted = tokens.word(at - 1).equals(",") || tokens.word(at - 1).equals("'");
      if (inverted && isName(tokens, say.end()) && isName(tokens, say.end() + 1)) {
        return !tokens.word(say.end() + 2).equals("of");
      }
    }
    return false;
  }

  private static boolean isName(Tokens tokens, int at) {
    return tokens.isCapitalised(at)
        && Character.isLetter(tokens.word(at).charAt(0))
        && !tokens.word(at).equals("the");
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
        boolean clear = isClear(sentence, Math.min(at, say.start()), Math.max(at, say.start()));
        if ((after || before) && clear && !isPrivate(sentence, say)) return true;
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

  /** "Has told suppliers": a word behind closed doors is a report. */
  private static boolean isPrivate(ReadSentence sentence, Cue say) {
    return switch (sentence.tokens().word(say.end())) {
      case "suppliers", "staff", "employees", "partners", "workers", "developers", "clients" ->
          true;
      default -> false;
    };
  }

  private boolean acts(ReadSentence sentence) {
    return isAgent(sentence, DEEDS);
  }

  /** The owner as the one who delays, launches, plans. */
  private boolean isAgent(ReadSentence sentence, CueKind[] kinds) {
    for (int at : ownWords(sentence)) {
      if (sentence.tokens().word(at + 1).equals("'s")) continue;
      for (Cue cue : sentence.cues(kinds)) {
        if (cue.start() > at && cue.start() - at <= 3 && isClear(sentence, at, cue.start()))
          return true;
      }
      if (VERBS.contains(sentence.tokens().word(at + 1))) return true;
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

  /** A release is seen by all; a delay that the article has from others is theirs. */
  private boolean isReportedAnywhere(Finding finding) {
    if (finding.status() == ClaimStatus.RELEASED) return false;
    if (reported == null) reported = article.stream().anyMatch(this::isReport);
    return reported;
  }

  private boolean isReport(ReadSentence sentence) {
    if (sentence.has(CueKind.REPORT) && !sentence.has(CueKind.OFFICE)) return true;
    return OutletNames.find(sentence, own).isPresent();
  }

  private static boolean isHedged(ReadSentence sentence) {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (sentence.tokens().isCapitalised(at)) continue;
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
