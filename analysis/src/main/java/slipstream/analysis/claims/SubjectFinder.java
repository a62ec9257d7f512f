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
  private static final Set<String> THINGS =
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
          "launch",
          "release",
          "debut",
          "rollout",
          "date",
          "timing",
          "timeline",
          "platform",
          "robot",
          "headset",
          "laptop",
          "gpu",
          "processor",
          "picture",
          "blockbuster",
          "delay",
          "postponement",
          "move",
          "app",
          "tool",
          "assistant",
          "production",
          "deliveries",
          "schedule",
          "machine",
          "hardware",
          "plan",
          "premiere",
          "start",
          "handset");

  private static final Set<String> PREPOSITIONS =
      Set.of(
          "on", "with", "than", "like", "by", "from", "against", "beyond", "of", "into", "as",
          "over", "to", "for", "via", "using", "behind", "at", "in");
  private static final Set<String> JOINS = Set.of("and", "but", "or", "the", "that", "which");

  private final String subject;

  SubjectFinder(String subject) {
    this.subject = subject;
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
      boolean linked = since == 1 || refersBack(sentence);
      if (since <= LONGEST_CHAIN && !sentence.inTitle() && !rival && linked) {
        found.add(sentence);
      }
      if (rival) since = LONGEST_CHAIN + 1;
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

  private static boolean refersBack(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    if (sentence.has(CueKind.SILENT) || sentence.has(CueKind.UNDECIDED)) return true;
    for (int at = sentence.from(); at < sentence.to(); at++) {
      String word = tokens.word(at);
      if (PRONOUNS.contains(word) || THINGS.contains(word)) return true;
    }
    return false;
  }
}
