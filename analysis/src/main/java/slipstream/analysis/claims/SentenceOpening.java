package slipstream.analysis.claims;

import java.util.Set;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.DateVocabulary;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/**
 * Whether a sentence opens with something else than what was spoken of before, and does not come
 * back to it.
 */
final class SentenceOpening {
  private static final int AGENT_REACH = 3;
  private static final Set<String> INDEFINITE =
      WordSet.of("a", "an", "another", "one", "other", "others");
  private static final WordSet EXPECTATIONS = WordLists.of("expectation");

  /** Who gets a product: what they will do with it is its release. */
  private static final WordSet RECIPIENTS = WordLists.of("recipient");

  private static final Set<String> RIVALS =
      WordSet.of("rival", "rivals", "competitor", "competitors", "others");
  private static final Set<String> UNITS =
      WordSet.ofLine(
          "moment minutes hour hours day days week weeks fortnight month months quarter season year"
              + " years decade");
  private static final Set<String> PAPERS =
      WordSet.ofLine(
          "letter email mail e-mail memo notice note message document slide filing listing post"
              + " page bulletin circular newsletter");
  private static final WordSet OPENERS = WordLists.of("opener");

  private final Set<String> own;

  /**
   * @param own words of the subject's owner and context, in lower case
   */
  SentenceOpening(Set<String> own) {
    this.own = own;
  }

  /** "A second model follows", "Another lab promises": a sentence that opens with something new. */
  boolean isOfSomethingElse(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    int first = sentence.from();
    while (first < sentence.to() && !tokens.isWord(first)) first++;
    if (tokens.word(first + 1).equals(":")) first += 2; // "Two: no date has been set"
    String word = tokens.word(first);
    String next = tokens.word(first + 1);
    if (!INDEFINITE.contains(word)) {
      return opensWithAnother(sentence, first) && !leavesDateOpen(sentence);
    }
    if (PAPERS.contains(next) && tellsOfProduct(sentence)) return false;
    boolean known = !word.equals("another") && !SubjectFinder.NEW.contains(next);
    return (!known || !isEventOrSpeaker(sentence, first + 1))
        && !movesTheProduct(sentence)
        && !deniesAtOnce(sentence, first)
        && !setsANewDate(sentence)
        && !datesTheProduct(sentence);
  }

  /** "Orbit's chief promises", "Rivals wait", "Zhang's firm opens a plant". */
  private boolean opensWithAnother(ReadSentence sentence, int first) {
    Tokens tokens = sentence.tokens();
    String word = tokens.word(first);
    String next = tokens.word(first + 1);
    boolean whose = tokens.isCapitalised(first) && next.equals("'s") && !own.contains(word);
    if (whose && !SubjectFinder.PRONOUNS.contains(word) && !DateVocabulary.isCalendarWord(word))
      return true;
    boolean noAgent =
        RECIPIENTS.contains(word) || OPENERS.contains(word) || isAdverb(sentence, first);
    if (noAgent || opensWithDate(sentence, first)) return false;
    if (RIVALS.contains(word) || RIVALS.contains(next)) return true;
    boolean plain =
        own.contains(word)
            || isOfWhatWasNamed(sentence, first)
            || (word.equals("early") && next.equals("access"))
            || SubjectFinder.PRONOUNS.contains(word)
            || SubjectFinder.isThing(word)
            || word.equals("the");
    return !plain
        && isAgent(sentence, first)
        && !datesTheProduct(sentence)
        && !movesTheLaunch(sentence);
  }

  /**
   * "Both ship in May", "all three will come", "nothing has changed", "most forecasts had named".
   */
  private static boolean isOfWhatWasNamed(ReadSentence sentence, int first) {
    Tokens tokens = sentence.tokens();
    if (tokens.word(first).equals("nothing")) return tokens.word(first + 1).equals("has");
    if (tokens.word(first).equals("most")) return sentence.has(CueKind.OLD);
    if (!tokens.isOneOf(first, "both", "all")) return false;
    int verb = tokens.isOneOf(first + 1, "two", "three", "four") ? first + 2 : first + 1;
    if (tokens.word(verb).equals("of") && tokens.word(verb + 1).equals("them")) verb += 2;
    int deed = verb;
    return sentence.cues(CueKind.RELEASE, CueKind.PLAN, CueKind.DELAY).stream()
        .anyMatch(cue -> cue.start() <= deed && deed < cue.end());
  }

  /** "Neither would be drawn on timing", "Whether and when sales start is undecided". */
  private static boolean leavesDateOpen(ReadSentence sentence) {
    return sentence.dates().isEmpty()
        && (sentence.has(CueKind.SILENT) || sentence.has(CueKind.UNDECIDED));
  }

  /** "A flaw holds the processor up": whatever does it, the product is spoken of. */
  private static boolean movesTheProduct(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (Cue cue : sentence.cues(CueKind.MISS)) {
      for (int at = cue.start(); at < cue.end(); at++) {
        if (tokens.word(at).equals("its") && SubjectFinder.isEvent(tokens.word(cue.end() - 1)))
          return true;
      }
    }
    for (Cue cue : sentence.cues(CueKind.DELAY, CueKind.MOVE, CueKind.ACCELERATE)) {
      int verb = cue.start();
      boolean the = SubjectFinder.DEFINITE.contains(tokens.word(verb + 1));
      if (the
          && (SubjectFinder.isThing(tokens.word(verb + 2))
              || SubjectFinder.isThing(tokens.word(verb + 3)))) return true;
    }
    return false;
  }

  /** "Partners were told and the launch has been moved up". */
  private static boolean movesTheLaunch(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (Cue cue : sentence.cues(CueKind.DELAY, CueKind.MOVE, CueKind.ACCELERATE)) {
      for (int at = cue.start() - 1; at > cue.start() - AGENT_REACH - 1; at--) {
        boolean the = tokens.word(at - 1).equals("the") && opensClause(sentence, at - 1);
        the |= tokens.word(at - 1).equals("so"); // "so shipping moves to May"
        if (the && SubjectFinder.isEvent(tokens.word(at))) return true;
      }
    }
    return false;
  }

  /** "A hoax, writes the company". */
  private static boolean deniesAtOnce(ReadSentence sentence, int first) {
    return sentence.cues(CueKind.DENY).stream()
        .anyMatch(c -> c.start() <= first + 2 && sentence.tokens().word(c.end()).equals(","));
  }

  /** "A bug turned up, and May is the new target". */
  private static boolean setsANewDate(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to() && !sentence.dates().isEmpty(); at++) {
      boolean told =
          tokens.isOneOf(at, "new", "old") && tokens.isOneOf(at - 1, "the", "its", "their");
      if (told && tokens.isOneOf(at + 1, "target", "date", "goal", "plan", "slot", "window")) {
        return true;
      }
    }
    return false;
  }

  /** "An email to customers says they will have the model by May". */
  private static boolean tellsOfProduct(ReadSentence sentence) {
    return !sentence.dates().isEmpty()
        && SubjectFinder.hasProduct(sentence, SubjectFinder.DEFINITE);
  }

  /** "A change to a mask means that deliveries of the processor begin in August". */
  private static boolean datesTheProduct(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to() && !sentence.dates().isEmpty(); at++) {
      if (!SubjectFinder.isEvent(tokens.word(at)) || !tokens.word(at + 1).equals("of")) continue;
      if (!opensClause(sentence, at) && !opensClause(sentence, at - 1)) continue;
      for (int of = at + 3; of <= at + 4; of++) {
        if (SubjectFinder.DEFINITE.contains(tokens.word(at + 2))
            && SubjectFinder.isProduct(tokens.word(of))) return true;
      }
    }
    return false;
  }

  /** "October is the new month", "Early May is still the only window". */
  private static boolean opensWithDate(ReadSentence sentence, int first) {
    if (DateVocabulary.isCalendarWord(sentence.tokens().word(first))) return true;
    for (DateExpression date : sentence.dates()) if (date.start() == first) return true;
    return false;
  }

  /** "A launch", "An analyst says", "A week ago": an indefinite opening that goes on. */
  private static boolean isEventOrSpeaker(ReadSentence sentence, int from) {
    for (int at = from; at < from + 3; at++) {
      String word = sentence.tokens().word(at);
      if (SubjectFinder.isEvent(word) || UNITS.contains(word)) return true;
      if (DateVocabulary.isCalendarWord(word)) return true;
    }
    for (Cue cue : sentence.cues(CueKind.REPORT, CueKind.GUESS, CueKind.RUMOUR, CueKind.OFFICE)) {
      if (cue.start() < from + 4) return true;
    }
    return false;
  }

  /** At the sentence's start, or behind what joins a clause. */
  private static boolean opensClause(ReadSentence sentence, int at) {
    Tokens tokens = sentence.tokens();
    return at == sentence.from() || tokens.isOneOf(at - 1, ",", "and", "that", ";");
  }

  /** "Separately, it", "internally set for May": not "Lilly launches". */
  private static boolean isAdverb(ReadSentence sentence, int first) {
    if (!sentence.tokens().word(first).endsWith("ly")) return false;
    boolean aside = sentence.tokens().word(first + 1).equals(",");
    return aside
        || sentence.cues(CueKind.PLAN, CueKind.OLD).stream().anyMatch(c -> c.start() == first + 1);
  }

  /** A name or noun that opens the sentence and acts: "Prices might settle", "Maxim promises". */
  private static boolean isAgent(ReadSentence sentence, int first) {
    for (Cue cue : sentence.cues()) {
      boolean acts = cue.kind() == CueKind.PLAN || cue.kind() == CueKind.RELEASE;
      acts &= !EXPECTATIONS.contains(sentence.tokens().word(cue.start()));
      if (cue.kind() == CueKind.OLD && cue.start() == first) return false;
      if (cue.start() == first && (isSpeaker(cue) || isMilestone(cue))) return false;
      boolean event =
          SubjectFinder.isEvent(sentence.tokens().word(cue.start())); // "volume shipments begin"
      if (cue.start() == first + 1 && cue.kind() == CueKind.RELEASE && event) return false;
      if (acts && cue.start() > first && cue.start() <= first + AGENT_REACH) {
        return !sentence.contains(cue.end(), cue.end() + 6, "it");
      }
    }
    return false;
  }

  private static boolean isSpeaker(Cue cue) {
    return switch (cue.kind()) {
      case REPORT, GUESS, RUMOUR, OFFICE -> true;
      default -> false;
    };
  }

  /** "Regular service begins", "Orders open": steps of the same product. */
  private static boolean isMilestone(Cue cue) {
    return cue.kind() == CueKind.RELEASE || cue.kind() == CueKind.OTHER;
  }
}
