package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.DateVocabulary;
import slipstream.analysis.dates.Tokens;

/**
 * Decides which sentences speak of a subject: those that name it, and those that go on speaking of
 * it by a pronoun, by "the model" or by "the launch" while nothing else has taken its place.
 */
final class SubjectFinder {
  private static final int LONGEST_CHAIN = 4;
  private static final Set<String> PRONOUNS = Set.of("it", "its", "they", "their", "that", "this");
  private static final Set<String> PRODUCTS =
      Set.of(
          "model",
          "game",
          "film",
          "movie",
          "car",
          "vehicle",
          "console",
          "phone",
          "chip",
          "chips",
          "device",
          "title",
          "feature",
          "features",
          "service",
          "mission",
          "product",
          "project",
          "sequel",
          "successor",
          "system",
          "software",
          "update",
          "version",
          "show",
          "series",
          "suv",
          "truck",
          "flight",
          "rocket",
          "platform",
          "robot",
          "headset",
          "laptop",
          "gpu",
          "processor",
          "picture",
          "blockbuster",
          "app",
          "tool",
          "assistant",
          "machine",
          "hardware",
          "handset",
          "jet",
          "plane",
          "satellite",
          "drug",
          "vaccine",
          "watch",
          "tablet",
          "camera",
          "browser");
  private static final Set<String> EVENTS =
      Set.of(
          "launch",
          "release",
          "debut",
          "rollout",
          "date",
          "timing",
          "timeline",
          "delay",
          "postponement",
          "move",
          "production",
          "deliveries",
          "delivery",
          "schedule",
          "plan",
          "premiere",
          "start",
          "shipments",
          "shipping",
          "arrival",
          "availability",
          "timetable");
  private static final Set<String> INDEFINITE =
      Set.of("a", "an", "another", "one", "other", "others");
  private static final Set<String> EXPECTATIONS =
      Set.of(
          "expect",
          "expects",
          "expected",
          "see",
          "sees",
          "hope",
          "hopes",
          "slated",
          "bet",
          "betting");
  private static final Set<String> NEW =
      Set.of("second", "third", "smaller", "lighter", "separate");
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "on", "with", "than", "like", "by", "from", "against", "beyond", "of", "into", "as",
          "over", "to", "for", "via", "using", "behind", "at", "in");
  private static final Set<String> JOINS = Set.of("and", "but", "or", "the", "that", "which");

  private final String subject;
  private final Set<String> own;

  /**
   * @param own words of the subject's owner and context, in lower case
   */
  SubjectFinder(String subject, Set<String> own) {
    this.subject = subject;
    this.own = own;
  }

  /** The sentences that speak of the subject, in order. */
  List<ReadSentence> find(List<ReadSentence> sentences) {
    var found = new ArrayList<ReadSentence>();
    boolean onlyOne = isOnlyProduct(sentences.get(0));
    int since = onlyOne ? 0 : LONGEST_CHAIN + 1;
    for (ReadSentence sentence : sentences) {
      if (sentence.names(subject)) {
        since = 0;
        found.add(sentence);
        continue;
      }
      since++;
      boolean rival = hasRival(sentence);
      boolean linked = (since == 1 || refersBack(sentence)) && !isOfSomethingElse(sentence);
      if (since <= LONGEST_CHAIN && !sentence.inTitle() && !rival && linked) {
        found.add(sentence);
      }
      if (rival && !onlyOne) since = LONGEST_CHAIN + 1;
    }
    return found;
  }

  private boolean isOnlyProduct(ReadSentence title) {
    return title.names(subject) && title.names().stream().allMatch(n -> isOwn(n));
  }

  private boolean isOwn(Name name) {
    return name.watched().equals(subject);
  }

  /** Another product that leads the sentence: not one that it merely uses or is compared with. */
  private boolean hasRival(ReadSentence sentence) {
    for (Name name : sentence.names()) {
      if (!isOwn(name) && !isAside(sentence.tokens(), name)) return true;
    }
    return false;
  }

  /** True for a name behind a preposition: "trained on X", "than Y", "the price of Z". */
  static boolean isAside(Tokens tokens, Name name) {
    for (int at = name.start() - 1; at >= Math.max(0, name.start() - 3); at--) {
      String word = tokens.word(at);
      if (PREPOSITIONS.contains(word)) return true;
      boolean transparent = tokens.isWord(at) || word.equals("'s");
      if (!transparent || DateVocabulary.isCalendarWord(word) || JOINS.contains(word)) return false;
    }
    return false;
  }

  /** "A second model follows", "Another lab promises": a sentence that opens with something new. */
  private boolean isOfSomethingElse(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    int first = sentence.from();
    while (first < sentence.to() && !tokens.isWord(first)) first++;
    String word = tokens.word(first);
    String next = tokens.word(first + 1);
    if (INDEFINITE.contains(word)) {
      boolean known = !word.equals("another") && !NEW.contains(next);
      return !known || !isEventOrSpeaker(sentence, first + 1);
    }
    boolean plain =
        own.contains(word) || PRONOUNS.contains(word) || isThing(word) || word.equals("the");
    return !plain && isAgent(sentence, first);
  }

  /** "A launch", "An analyst says", "A week ago": an indefinite opening that goes on. */
  private static boolean isEventOrSpeaker(ReadSentence sentence, int from) {
    for (int at = from; at < from + 3; at++) {
      String word = sentence.tokens().word(at);
      if (EVENTS.contains(word) || DateVocabulary.isDateWord(word)) return true;
    }
    for (Cue cue : sentence.cues(CueKind.REPORT, CueKind.GUESS, CueKind.RUMOUR, CueKind.OFFICE)) {
      if (cue.start() < from + 4) return true;
    }
    return false;
  }

  /** A name or noun that opens the sentence and acts: "Prices might settle", "Maxim promises". */
  private static boolean isAgent(ReadSentence sentence, int first) {
    for (Cue cue : sentence.cues()) {
      boolean acts = cue.kind() == CueKind.PLAN || cue.kind() == CueKind.RELEASE;
      acts &= !EXPECTATIONS.contains(sentence.tokens().word(cue.start()));
      if (cue.kind() == CueKind.OLD && cue.start() == first) return false;
      if (acts && (cue.start() == first + 1 || cue.start() == first + 2)) {
        return !sentence.contains(cue.end(), cue.end() + 6, "it");
      }
    }
    return false;
  }

  private static boolean refersBack(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    if (sentence.has(CueKind.SILENT) || sentence.has(CueKind.UNDECIDED)) return true;
    for (int at = sentence.from(); at < sentence.to(); at++) {
      String word = tokens.word(at);
      if (PRONOUNS.contains(word) || isThing(word)) return true;
    }
    return false;
  }

  private static boolean isThing(String word) {
    return PRODUCTS.contains(word) || EVENTS.contains(word);
  }
}
