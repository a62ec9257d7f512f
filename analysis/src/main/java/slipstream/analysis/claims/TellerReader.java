package slipstream.analysis.claims;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.Tokens;
import slipstream.contracts.Certainty;

/** Finds who tells what one sentence says, and how firm that makes it. */
final class TellerReader {
  private static final int REACH = 6;

  private final Set<String> own;
  private final OwnWords owners;
  private final SpeakerReader speakers;

  /**
   * @param own words of the subject's owner and context, in lower case
   * @param owners where a sentence has them
   */
  TellerReader(Set<String> own, OwnWords owners, List<ReadSentence> article) {
    this.own = own;
    this.owners = owners;
    this.speakers = new SpeakerReader(own, article);
  }

  /** What the speakers of one sentence make it; null when nobody is said to speak. */
  @Nullable Certainty said(ReadSentence sentence, boolean aboutARumour) {
    boolean unnamed = unnamedSpeak(sentence);
    boolean retold = unnamed || OutletNames.findSource(sentence, own).isPresent();
    if (!aboutARumour && isLeak(sentence)) return Certainty.RUMOURED;
    if (!retold && (speaks(sentence) || officeSpeaks(sentence))) return Certainty.OFFICIAL;
    if (isGuess(sentence)) return Certainty.SPECULATION;
    boolean people = retold || OutletNames.find(sentence, own).isPresent();
    if (sentence.has(CueKind.RUMOUR) && !people && !aboutARumour) return Certainty.RUMOURED;
    if (people) return Certainty.REPORTED;
    return speakers.speaks(sentence) ? Certainty.OFFICIAL : null;
  }

  /** "According to the leaker X": a name makes no outlet of him. */
  private static boolean isLeak(ReadSentence sentence) {
    for (Cue cue : sentence.cues(CueKind.RUMOUR)) {
      if (sentence.tokens().isOneOf(cue.start(), "leaker", "tipster", "blogger")) return true;
    }
    return false;
  }

  /**
   * Unnamed people who tell an outlet: not "unnamed outlets reported", which is hearsay, not the
   * "chief executive said", and not the "reports that" somebody denies.
   */
  private static boolean unnamedSpeak(ReadSentence sentence) {
    for (Cue report : sentence.cues(CueKind.REPORT)) {
      boolean other = false;
      for (Cue cue : sentence.cues(CueKind.RUMOUR, CueKind.OFFICE)) {
        boolean whose = sentence.tokens().isOneOf(cue.start() - 1, "of", "at", "from", "in");
        other |= !whose && cue.start() < report.end() && report.start() < cue.end();
      }
      other |= sentence.contains(report.start() - 3, report.start(), "after");
      boolean denied = sentence.has(CueKind.DENY);
      denied &= sentence.tokens().word(report.start()).startsWith("report");
      if (!other && !denied) return true;
    }
    return false;
  }

  /** Somebody who speaks for the maker: a spokesman, its chief, the company. */
  private static boolean officeSpeaks(ReadSentence sentence) {
    if (!sentence.has(CueKind.OFFICE)) return false;
    boolean says = sentence.has(CueKind.DENY) || isOfficially(sentence);
    for (Cue say : sentence.cues(CueKind.SAY)) says |= !isSilent(sentence, say);
    return says;
  }

  private static boolean isOfficially(ReadSentence sentence) {
    return sentence.tokens().word(sentence.from()).equals("officially");
  }

  /** "Told analysts", "analysts wanted to know" and "its newsletter" make nobody guess. */
  private static boolean isGuess(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (Cue cue : sentence.cues(CueKind.GUESS)) {
      boolean heard =
          tokens.isOneOf(cue.start() - 1, "told", "to", "with", "its", "their", "this", "our");
      boolean asks =
          tokens.isOneOf(cue.end(), "wanted", "want", "asked", "ask", "were", "had", "heard");
      if (!heard && !asks) return true;
    }
    return false;
  }

  /** The owner, or a person of its, beside a verb of saying. */
  private boolean speaks(ReadSentence sentence) {
    for (int at : owners.in(sentence)) {
      for (Cue say : sentence.cues(CueKind.SAY, CueKind.SILENT, CueKind.DENY)) {
        if (say.kind() == CueKind.SAY && isSilent(sentence, say)) continue;
        boolean after = say.start() > at && say.start() - at <= REACH;
        boolean before = say.kind() == CueKind.SAY && isRightBehind(sentence, say, at);
        boolean clear =
            OwnWords.isClear(sentence, Math.min(at, say.start()), Math.max(at, say.start()));
        if ((after || before) && clear && !isPrivate(sentence, say)) return true;
      }
    }
    return false;
  }

  /** "Said Acme's chief"; not "said that Acme". */
  private static boolean isRightBehind(ReadSentence sentence, Cue say, int at) {
    boolean told = sentence.tokens().word(say.end()).equals("that");
    return at >= say.end() && at - say.end() <= 1 && !told;
  }

  /** "Has told suppliers": a word behind closed doors is a report. */
  private static boolean isPrivate(ReadSentence sentence, Cue say) {
    return switch (sentence.tokens().word(say.end())) {
      case "suppliers", "staff", "employees", "partners", "workers", "developers", "clients" ->
          true;
      default -> false;
    };
  }

  /** "Cinema owners say Acme has taken it off the calendar": not Acme's word. */
  boolean isToldByOthers(ReadSentence sentence) {
    List<Cue> says = sentence.cues(isLeak(sentence) ? CueKind.RUMOUR : CueKind.SAY);
    if (says.isEmpty() || sentence.has(CueKind.OFFICE)) return false;
    int say = says.get(0).start();
    Tokens tokens = sentence.tokens();
    boolean maker = false;
    for (int at : owners.in(sentence)) {
      if (at < say) return false;
      maker |= at <= say + REACH;
    }
    boolean teller = say > sentence.from() && say <= sentence.from() + REACH;
    return maker && teller && !tokens.isOneOf(say - 1, "it", "they", "we", "he", "she", "who");
  }

  /** Who retells what others told: it is theirs. */
  boolean isRetold(ReadSentence sentence) {
    return (sentence.has(CueKind.REPORT) && !sentence.has(CueKind.OFFICE))
        || OutletNames.find(sentence, own).isPresent();
  }

  /** "Had said nothing", "would not say", "is said to". */
  static boolean isSilent(ReadSentence sentence, Cue say) {
    String next = sentence.tokens().word(say.end());
    if (next.equals("nothing") || next.equals("to")) return true;
    for (int at = Math.max(sentence.from(), say.start() - 3); at < say.start(); at++) {
      if (Negation.isIn(sentence, at)) return true;
    }
    return false;
  }
}
