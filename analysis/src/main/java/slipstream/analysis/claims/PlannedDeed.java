package slipstream.analysis.claims;

import java.util.Set;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/**
 * The deed that a clause plans for a date: the verb behind "will", "is to", "plans to". A date
 * whose deed is none of a release ("will be mated in May", "intends to file by June") plans no
 * release.
 */
final class PlannedDeed {
  private static final int REACH = 14;
  private static final Set<CueKind> APART =
      Set.of(
          CueKind.SAY,
          CueKind.OTHER,
          CueKind.UNRELATED,
          CueKind.ODDS,
          CueKind.GUESS,
          CueKind.REPORT,
          CueKind.RUMOUR,
          CueKind.OFFICE);
  private static final WordSet MODALS = WordLists.of("modal");

  /** What may stand between a modal and its verb. */
  private static final WordSet BETWEEN = WordLists.of("before-deed");

  /** Verbs and predicates by which a release can be told with whatever follows. */
  private static final WordSet GENERAL = WordLists.of("general-deed");

  /** What is done with a product that is not out. */
  private static final Set<String> BEFOREHAND =
      WordSet.of("order", "reserve", "test", "try", "review", "discuss", "preview", "demonstrate");

  private static final WordSet PREPOSITIONS = WordLists.of("preposition");
  private static final int OBJECT = 4;

  private static final Set<String> LIKE_ADVERBS =
      WordSet.of("apply", "supply", "fly", "rely", "reply", "comply", "multiply");

  /** "Comes to showrooms": where products go, behind a "to" that is none of a verb. */
  private static final Set<String> PLACES =
      WordSet.of("showrooms", "shops", "stores", "dealers", "customers", "market", "consoles");

  private final ReadSentence sentence;
  private final Tokens tokens;

  PlannedDeed(ReadSentence sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
  }

  /** True when the clause plans a deed for the date, and that is no release. */
  boolean isOther(DateExpression date) {
    int modal = modal(date);
    int verb = modal < 0 ? -1 : verb(modal, date.start());
    if (verb < 0 || GENERAL.contains(tokens.word(verb)) || isMoved()) return false;
    return !isRead(verb, date) && !hasProduct(verb);
  }

  /** "Will feed its power into the grid in May, sooner than foreseen": whatever the deed is. */
  private boolean isMoved() {
    return sentence.has(CueKind.ACCELERATE) || sentence.has(CueKind.DELAY);
  }

  private int modal(DateExpression date) {
    for (int at = date.start() - 1; at >= Math.max(sentence.from(), date.start() - REACH); at--) {
      if (sentence.isBreak(at)) return -1;
      String word = tokens.word(at);
      if (MODALS.contains(word) && !isDate(at)) return at;
      if (word.equals("to") && isPlanned(at)) return at;
    }
    return -1;
  }

  /** "May 2027": no modal. */
  private boolean isDate(int at) {
    return sentence.dates().stream().anyMatch(date -> date.start() <= at && at < date.end());
  }

  /** The "to" of "plans to", and not that of "moved to a May date". */
  private boolean isPlanned(int to) {
    String next = tokens.word(to + 1);
    if (isDate(to + 1) || PLACES.contains(next)) return false;
    if (tokens.isOneOf(to + 1, "a", "an", "the", "its", "their")) return false;
    if (!next.isEmpty() && next.charAt(0) >= '0' && next.charAt(0) <= '9') return false;
    for (Cue cue : sentence.cues(CueKind.PLAN, CueKind.OLD)) {
      if (cue.start() < to && cue.end() >= to) return true;
    }
    return false;
  }

  private int verb(int modal, int end) {
    for (int at = modal + 1; at < end; at++) {
      String word = tokens.word(at);
      if (word.equals(",") || tokens.isCapitalised(at)) return -1;
      if (!BETWEEN.contains(word) && !isAdverb(word)) return at;
    }
    return -1;
  }

  private static boolean isAdverb(String word) {
    return word.endsWith("ly") && !LIKE_ADVERBS.contains(word);
  }

  /** A word of the release, or of a plan, between the verb and the date. */
  private boolean isRead(int verb, DateExpression date) {
    for (Cue cue : sentence.cues()) {
      boolean between = cue.end() > verb && cue.start() < date.start();
      if (between && !APART.contains(cue.kind())) return true;
    }
    return false;
  }

  /** "Will hand the first X to buyers in May": the product is what the deed is done with. */
  private boolean hasProduct(int verb) {
    if (BEFOREHAND.contains(tokens.word(verb))) return false;
    return sentence.names().stream()
        .anyMatch(n -> !n.watched().isEmpty() && n.start() > verb && isObject(verb, n.start()));
  }

  /** Nothing but an article, a number or an adjective between a verb and its object. */
  private boolean isObject(int verb, int name) {
    for (int at = verb + 1; at < name; at++) {
      if (!tokens.isWord(at) || PREPOSITIONS.contains(tokens.word(at))) return false;
    }
    return name - verb <= OBJECT;
  }
}
