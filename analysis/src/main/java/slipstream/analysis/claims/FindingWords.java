package slipstream.analysis.claims;

import java.util.Objects;
import java.util.Set;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.WordSet;
import slipstream.contracts.UndatedKind;

/** What the words of a finding say beyond its status. */
final class FindingWords {
  private static final WordSet SHOWN = WordLists.of("shown");

  private static final Set<String> MADE = WordSet.of("production");

  private static final Set<String> HOLDS = WordSet.of("hold", "ice", "pause", "hiatus");

  private static final Set<String> TOLD =
      WordSet.ofLine(
          "say says said give gives gave given offer offers offered name names named provide"
              + " provides provided share shared disclose disclosed specify specified");

  private static final Set<String> TO_COME =
      WordSet.ofLine("will won't 'll may might could would likely going hardly");

  /** Words before a cue within which its auxiliary verb stands. */
  private static final int AUXILIARY = 3;

  /** Words from what is shown or made to its date. */
  private static final int PRELIMINARY = 10;

  private FindingWords() {}

  /** "Stops work on the X", which elsewhere "is on hold": put off, and not given up. */
  static boolean isOnHold(Finding moved) {
    return HOLDS.contains(lastWord(moved));
  }

  /** "Has pulled the plug on it for good". */
  static boolean isForGood(Finding cancelled) {
    ReadSentence sentence = cancelled.sentence();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      boolean good = sentence.tokens().word(at).equals("for");
      if (good && sentence.tokens().word(at + 1).equals("good")) return true;
      if (sentence.tokens().word(at).equals("permanently")) return true;
    }
    return false;
  }

  /** "A year ago the agency had killed it": of an earlier time than the article's. */
  static boolean isPluperfect(Finding cancelled) {
    Cue cue = cue(cancelled);
    return cancelled.sentence().contains(cue.start() - 2, cue.end(), "had");
  }

  /** "Unveiled", "production began": what is shown or made may be out, or wait for its date. */
  static boolean isShownOrMade(Finding released) {
    return hasWordOf(released, SHOWN) || hasWordOf(released, MADE);
  }

  /** "Is to open as soon as possible": sooner than what, nobody says. */
  static boolean isHurry(Finding shown) {
    Cue cue = shown.cue();
    DateExpression news = shown.news();
    return cue != null
        && news != null
        && cue.kind() == CueKind.ACCELERATE
        && lastWord(shown).equals("possible")
        && cue.start() < news.end()
        && news.start() < cue.end();
  }

  /** "Will miss May", "won't make it this year": what is still to be missed comes after it. */
  static boolean isForeseen(Finding moved) {
    Cue cue = moved.cue();
    if (cue == null || cue.kind() != CueKind.MISS) return false;
    ReadSentence sentence = moved.sentence();
    boolean missed = false;
    for (int at = cue.start(); at < cue.end(); at++) {
      missed |= sentence.tokens().word(at).startsWith("miss");
      missed |= sentence.tokens().isOneOf(at, "make", "making", "meet", "hit");
    }
    if (!missed) return false;
    for (int at = Math.max(sentence.from(), cue.start() - AUXILIARY); at < cue.end(); at++) {
      if (TO_COME.contains(sentence.tokens().word(at))) return true;
    }
    return false;
  }

  /** "It ships in November": nothing stands between, as in "launches its app in November". */
  static boolean isDateOfARelease(Finding scheduled) {
    int date = Objects.requireNonNull(scheduled.news()).start();
    return scheduled.sentence().cues(CueKind.RELEASE).stream()
        .anyMatch(cue -> cue.end() <= date && date - cue.end() <= 2);
  }

  /** "Will now be delivered in May": what had been planned before has passed. */
  static boolean isToldOfNow(Finding scheduled) {
    return says(scheduled, "now");
  }

  /** "The new date is May 4". */
  static boolean isNew(Finding scheduled) {
    return says(scheduled, "new");
  }

  private static boolean says(Finding finding, String word) {
    ReadSentence sentence = finding.sentence();
    return sentence.contains(sentence.from(), sentence.to(), word);
  }

  /** A show of the product, or its production, where the article also tells when it is sold. */
  static boolean isPreliminary(Finding scheduled) {
    ReadSentence sentence = scheduled.sentence();
    DateExpression news = Objects.requireNonNull(scheduled.news());
    boolean preliminary = false;
    for (int at = Math.max(sentence.from(), news.start() - PRELIMINARY); at < news.start(); at++) {
      switch (sentence.tokens().word(at)) {
        case "unveil", "unveiled", "unveils", "unveiling", "shown", "show", "revealed" ->
            preliminary = true;
        case "production" -> preliminary = true;
        case "sale", "sales", "sold", "sells", "deliveries", "available" -> preliminary = false;
        default -> {}
      }
    }
    return preliminary;
  }

  /** "Called it wrong. 'It ships in May,' it said": a quotation behind the denial. */
  static boolean isQuotedBehind(Finding denial, Finding told) {
    ReadSentence sentence = told.sentence();
    boolean quoted = sentence.tokens().isOneOf(sentence.from(), "'", "\"", "\u201c", "\u2018");
    return quoted && !denial.sentence().inTitle() && sentence.index() > denial.sentence().index();
  }

  /** "Denied the report and did not offer a date": who tells none may have one (C5). */
  static boolean isKeptBack(Finding undated) {
    return undated.undatedKind() == UndatedKind.SILENT && hasWordOf(undated, TOLD);
  }

  private static boolean hasWordOf(Finding finding, Set<String> words) {
    Cue cue = cue(finding);
    for (int at = cue.start(); at < cue.end(); at++) {
      if (words.contains(finding.sentence().tokens().word(at))) return true;
    }
    return false;
  }

  private static String lastWord(Finding finding) {
    return finding.sentence().tokens().word(cue(finding).end() - 1);
  }

  private static Cue cue(Finding finding) {
    return Objects.requireNonNull(finding.cue());
  }
}
