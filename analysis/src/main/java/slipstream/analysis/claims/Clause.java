package slipstream.analysis.claims;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateVocabulary;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/**
 * What the clause around a place of a sentence is about: the words before its verb. "Fares will
 * rise in May" tells of fares, whatever the sentence before it spoke of.
 */
final class Clause {
  private static final WordSet AUXILIARIES = WordLists.of("auxiliary");
  private static final WordSet JOINS = WordLists.of("conjunction");

  /** What opens a clause with a verb of its own. */
  private static final Set<String> OPENERS =
      WordSet.of(
          "that", "if", "when", "while", "because", "though", "although", "whether", "where");

  private static final Set<String> RELATIVES = WordSet.of("which", "that", "who", "whose");
  private static final WordSet ANAPHORS = WordLists.of("anaphor");

  /** Those whom a release reaches. */
  private static final WordSet RECIPIENTS = WordLists.of("recipient");

  /** Those who bring a product out. */
  private static final WordSet MAKERS = WordLists.of("maker");

  private static final WordSet WORK = WordLists.of("work");
  private static final WordSet RIVALS = WordLists.of("rival");
  private static final Set<String> WITHIN =
      WordSet.of("of", "for", "with", "in", "on", "to", "from");
  private static final int LONGEST = 14;
  private static final int OBJECT = 4;
  private static final int FARTHEST = 40;
  private static final int SHORTEST_PAST = 5;

  private final ReadSentence sentence;
  private final Tokens tokens;
  private final String subject;
  private final Set<String> own;

  /** Where, from the sentence's start, a cue begins that may be a verb. */
  private final BitSet cued = new BitSet();

  private final BitSet inName = new BitSet();
  private final Newcomers newcomers;

  /**
   * @param own words of the subject's owner and context, in lower case
   */
  Clause(ReadSentence sentence, String subject, Set<String> own) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
    this.subject = subject;
    this.own = own;
    for (Cue cue : sentence.cues()) if (isVerbal(cue)) cued.set(cue.start() - sentence.from());
    for (Name name : sentence.names()) {
      inName.set(name.start() - sentence.from(), name.end() - sentence.from());
    }
    this.newcomers = new Newcomers(sentence, subject, this::isVerb);
  }

  private static boolean isVerbal(Cue cue) {
    return switch (cue.kind()) {
      case PLAN, RELEASE, RELEASED, DELAY, MISS, ACCELERATE, MOVE, CANCEL, SAY, OLD, UNRELATED ->
          true;
      default -> false;
    };
  }

  /** True when the clause at {@code place} is about a thing that is not the subject. */
  boolean isOfSomethingElse(int place) {
    if (isEventOfSomethingElse(place) || newcomers.has(place)) return true;
    int verb = isVerb(place) ? place : verbBefore(place);
    if (verb == sentence.from()) return isHeadOfSomethingElse(place);
    while (verb > sentence.from()) {
      int end = headEnd(verb);
      int from = headStart(end);
      if (hasNoun(from, end)) return isOther(from, end, verb) && !mentions(verb, place);
      verb = verbBefore(from);
    }
    return false;
  }

  /** "Deliveries of the desktop", "sales of $5 billion": the last event named is another's. */
  private boolean isEventOfSomethingElse(int place) {
    for (int at = place - 1; at >= sentence.from() && place - at < LONGEST; at--) {
      if (sentence.isBreak(at) || tokens.word(at).equals(",")) return false;
      if (!SubjectFinder.isEvent(tokens.word(at))) continue;
      return tokens.word(at + 1).equals("of") && !isOfSubject(at + 2, place);
    }
    return false;
  }

  private boolean isOfSubject(int from, int place) {
    int end = from;
    while (end < place && end - from < 2 * OBJECT && !isBoundary(end) && !isPreposition(end)) end++;
    if (namesSubject(from, end + 1)) return true;
    boolean number = !tokens.isWord(from) || Character.isDigit(tokens.word(from).charAt(0));
    for (int at = from; at < end; at++) {
      String word = tokens.word(at);
      boolean known = SubjectFinder.isProduct(word) || isOwn(at) || isEmpty(word);
      if (ANAPHORS.contains(word) || (known && !isDate(word))) return !number;
    }
    return end == from;
  }

  private static boolean isDate(String word) {
    return DateVocabulary.isDateWord(word) || Character.isDigit(word.charAt(0));
  }

  private boolean isPreposition(int at) {
    return tokens.isOneOf(
        at, "to", "in", "for", "with", "by", "from", "on", "at", "is", "are", "until");
  }

  /** "The gala on May 4 will be full": the verb stands behind the date. */
  private boolean isHeadOfSomethingElse(int place) {
    int last = Math.min(sentence.to(), place + FARTHEST);
    for (int verb = place + 1; verb < last && !sentence.isBreak(verb); verb++) {
      if (!isVerb(verb)) continue;
      int from = headStart(verb);
      boolean apart = sentence.contains(place, from, ",");
      if (apart && place > sentence.from() + 1) return false;
      return hasNoun(from, verb) && isOther(from, verb, verb) && !mentions(verb, verb + 1);
    }
    return false;
  }

  /** Behind what the clause is about: a verb that follows a comma skips the aside before it. */
  private int headEnd(int verb) {
    int before = tokens.isOneOf(verb - 1, "therefore", "thus") ? verb - 1 : verb;
    if (!tokens.word(before - 1).equals(",")) return verb;
    if (isParticiple(verb)) return verb - 1;
    for (int at = verb - 2; at > Math.max(sentence.from(), verb - LONGEST); at--) {
      if (sentence.isBreak(at)) break;
      if (!tokens.word(at).equals(",") || DateVocabulary.isCalendarWord(tokens.word(at + 1)))
        continue;
      return namesSubject(at, verb) ? verb : at;
    }
    return verb;
  }

  private boolean namesSubject(int from, int to) {
    for (Name name : sentence.names()) {
      boolean inside = name.start() >= from && name.end() <= to;
      if (inside && name.watched().equals(subject)) return true;
    }
    return false;
  }

  /** "A delay to the X, which is due in May". */
  private boolean namesSubjectLast(int end) {
    for (Name name : sentence.names()) {
      if (name.end() == end && name.watched().equals(subject)) return true;
    }
    return false;
  }

  private boolean hasNoun(int from, int to) {
    for (int at = from; at < to; at++) {
      if (tokens.isWord(at) && !isEmpty(tokens.word(at))) return true;
    }
    return false;
  }

  /** "A play, opening in May": it tells of what stands before the comma. */
  private boolean isParticiple(int at) {
    String word = tokens.word(at);
    if (PASTS.contains(word)) return false;
    return tokens.word(at - 1).equals(",") && (word.endsWith("ing") || word.endsWith("ed"));
  }

  /** The nearest verb to the left, in the same clause; the sentence's start when there is none. */
  private int verbBefore(int place) {
    int first = Math.max(sentence.from(), place - FARTHEST);
    for (int at = place - 1; at > first; at--) {
      if (sentence.isBreak(at) || OPENERS.contains(tokens.word(at))) return sentence.from();
      if (isVerb(at)) return at;
    }
    return sentence.from();
  }

  private boolean isVerb(int at) {
    if (at < sentence.from()) return false;
    String word = tokens.word(at);
    if (word.equals("'s")) return false;
    if (AUXILIARIES.contains(word)) return !tokens.isCapitalised(at);
    if (tokens.isCapitalised(at)) return false;
    if (VERBS.contains(word) || isPast(at) || PASTS.contains(word)) return true;
    return cued.get(at - sentence.from()) && (isFinite(at) || isParticiple(at));
  }

  /** "Ministers failed and will try again": a past tense that no cue tells of. */
  private boolean isPast(int at) {
    String word = tokens.word(at);
    if (!word.endsWith("ed") || word.length() < SHORTEST_PAST || word.equals("asked")) return false;
    String before = tokens.word(at - 1);
    boolean passive = AUXILIARIES.contains(before) || isAdverb(before) || before.equals("being");
    boolean behindNoun = tokens.isWord(at - 1) && !NOT_BEFORE_VERBS.contains(before);
    return behindNoun && !passive && tokens.isWord(at + 1);
  }

  /** A noun of the same form stands behind an article or an adjective. */
  private boolean isFinite(int at) {
    String word = tokens.word(at);
    if (NOUNS.contains(word) || DateVocabulary.isDateWord(word)) return false;
    String before = tokens.word(at - 1);
    boolean plural = before.endsWith("s") && before.length() > 3 && tokens.isWord(at - 1);
    boolean inflected = word.endsWith("s") || word.endsWith("ed") || IRREGULAR.contains(word);
    if (!inflected && !plural) return false;
    return !NOT_BEFORE_VERBS.contains(before);
  }

  private static final WordSet VERBS = WordLists.of("verb");

  /** Past tenses that are no participle. */
  private static final WordSet PASTS = WordLists.of("past");

  private static final Set<String> NOUNS =
      WordSet.of("mass", "news", "sales", "shipments", "deliveries", "orders", "talks", "whispers");
  private static final WordSet IRREGULAR = WordLists.of("inflected");
  private static final Set<String> NOT_BEFORE_VERBS =
      WordSet.of(
          """
          the a an its their first new of for in to about with by early 's
          """
              .split("\\s+"));

  /** Past the verb group, the first word of what stands before it. */
  private int headStart(int verb) {
    int at = verb;
    while (at > sentence.from() && verb - at < LONGEST && !isBoundary(at - 1)) at--;
    while (at < verb && !tokens.isWord(at)) at++;
    return at;
  }

  private boolean isBoundary(int at) {
    String word = tokens.word(at);
    if (at < sentence.from()) return true;
    if (inName.get(at - sentence.from())) return false;
    return sentence.isBreak(at)
        || word.equals(",")
        || word.equals("\"")
        || word.equals("(")
        || word.equals(")")
        || JOINS.contains(word)
        || isVerb(at);
  }

  private boolean isOther(int from, int to, int verb) {
    String first = tokens.word(from);
    if (tellsOfARelease() && NameList.leadsTo(from, sentence, subject)) return false;
    if (first.equals("there")) return !isKnownBehind(verb);
    if (first.equals("which") || first.equals("who")) {
      int end = tokens.word(from - 1).equals(",") ? from - 1 : from;
      int start = headStart(end);
      if (namesSubjectLast(end)) return false;
      boolean named = tokens.isCapitalised(end - 1) && end - 1 > sentence.from();
      if (named && !isOwn(end - 1) && !namesSubject(start, end)) return true;
      return hasNoun(start, end) && isOther(start, end, verb);
    }
    boolean named = false;
    for (Name name : sentence.names()) {
      if (name.end() <= from || name.start() >= to) continue;
      if (name.watched().equals(subject)) return isAbout(from, name);
      named = true;
    }
    if (named) return true;
    for (int at = from; at < to; at++) {
      boolean other = tokens.word(at).equals("other") && at > from; // "its other film"
      if (other || RIVALS.contains(tokens.word(at))) return true;
    }
    int head = head(from, to);
    if (isQuoted(from)) return false;
    boolean words = false;
    for (int at = head; at < to; at++) {
      if (isKnown(at, from, head)) return false;
      String word = tokens.word(at);
      words |= tokens.isWord(at) && !isEmpty(word);
    }
    for (Cue cue : sentence.cues()) {
      boolean inside = cue.start() >= head && cue.start() < to;
      if (inside && isSpeakerOrEvent(cue)) return false;
    }
    return words;
  }

  /** "We" in a quotation is the maker who speaks. */
  private boolean isQuoted(int from) {
    if (!tokens.isOneOf(from, "we", "our", "i")) return false;
    for (int at = sentence.from(); at < sentence.to(); at++) {
      boolean opens = tokens.word(at).equals("'") && !tokens.isGlued(at); // not "months' testing"
      if (opens || tokens.word(at).equals("\"")) return true;
    }
    return false;
  }

  /** "There will be no letter": what there is stands behind the verb. */
  private boolean isKnownBehind(int verb) {
    for (Cue cue : sentence.cues(CueKind.SILENT, CueKind.UNDECIDED)) {
      if (cue.end() > verb) return true;
    }
    int end = Math.min(sentence.to(), verb + 2 * OBJECT);
    for (int at = verb + 1; at < end; at++) {
      if (SubjectFinder.isThing(tokens.word(at)) || isOwn(at)) return true;
    }
    return sentence.names(subject);
  }

  /** "Development of the X began", "stations for the X": no step of its release. */
  private boolean isAbout(int from, Name name) {
    if (SubjectFinder.isEvent(tokens.word(name.end()))) return false;
    for (int at = from; at < name.start(); at++) {
      if (!tokens.isOneOf(at, "of", "for", "on", "about", "around", "behind")) continue;
      if (WORK.contains(tokens.word(at - 1))) return true;
      return hasNoun(from, at) && !isKnownHead(from, at);
    }
    return false;
  }

  private boolean isKnownHead(int from, int to) {
    for (int at = from; at < to; at++) if (isKnown(at, from, from)) return true;
    for (Cue cue : sentence.cues()) {
      if (cue.start() >= from && cue.start() < to && isSpeakerOrEvent(cue)) return true;
    }
    return false;
  }

  /** What is owned is spoken of, not the owner: "the company's tax relief". */
  private int head(int from, int to) {
    for (int at = to - 2; at >= from; at--) if (tokens.word(at).equals("'s")) return at + 1;
    return from;
  }

  /** A word of the subject's name or maker, written like a name. */
  private boolean isOwn(int at) {
    String word = tokens.word(at);
    return own.contains(word)
        && (tokens.isCapitalised(at) || tokens.isOneOf(at, "we", "our", "us"));
  }

  /** A word for the subject, its maker or those it reaches. */
  private boolean isKnown(int at, int from, int head) {
    String word = tokens.word(at);
    if (RELATIVES.contains(word) || RECIPIENTS.contains(word) || MAKERS.contains(word)) return true;
    if (ANAPHORS.contains(word)) return !WITHIN.contains(tokens.word(at - 1));
    if (isOwn(at)) return true;
    return SubjectFinder.isThing(word) && !isIndefinite(from, at) && !isNamed(head, at);
  }

  /**
   * "The Silver Road chapter": a product with another name; not "the Swedish car", "the PC game".
   */
  private boolean isNamed(int head, int noun) {
    for (int at = Math.max(head, sentence.from() + 1); at < noun; at++) {
      String word = tokens.word(at);
      boolean name = tokens.isCapitalised(at) && word.length() > 2 && !isOwn(at);
      name &= !DateVocabulary.isCalendarWord(word);
      boolean acronym = tokens.text(at, at + 1).equals(word.toUpperCase(Locale.ROOT));
      if (name && !acronym && !isOrigin(word)) return true;
    }
    return false;
  }

  /** "Swedish", "German", "Japanese", "French". */
  private static boolean isOrigin(String word) {
    return word.endsWith("ish")
        || word.endsWith("an")
        || word.endsWith("ese")
        || word.endsWith("ch");
  }

  private static boolean isSpeakerOrEvent(Cue cue) {
    return switch (cue.kind()) {
      case OFFICE, REPORT, GUESS, RUMOUR, RELEASE, SILENT, UNDECIDED, OLD, DELAY, PLAN -> true;
      default -> false;
    };
  }

  private boolean isIndefinite(int from, int noun) {
    if (SubjectFinder.isEvent(tokens.word(noun))) return false;
    int words = 3;
    for (int at = noun - 1; at >= Math.max(from, noun - words); at--) {
      switch (tokens.word(at)) {
        case "-" -> words += 2;
        case "a", "an", "another", "other" -> {
          return true;
        }
        case "two", "three", "four", "five", "several", "some" -> {
          return at == from;
        }
        default -> {}
      }
    }
    return false;
  }

  /** Dates, numbers and adverbs name nothing. */
  private static boolean isEmpty(String word) {
    return isAdverb(word) || isDate(word);
  }

  private static boolean isAdverb(String word) {
    if (word.endsWith("ly")) return true;
    return switch (word) {
      case "now",
          "then",
          "not",
          "also",
          "still",
          "never",
          "only",
          "be",
          "been",
          "yet",
          "however",
          "meanwhile",
          "instead",
          "what",
          "nobody",
          "again",
          "just",
          "already",
          "soon",
          "even",
          "ever",
          "first" ->
          true;
      default -> false;
    };
  }

  private boolean tellsOfARelease() {
    return sentence.has(CueKind.RELEASE)
        || sentence.has(CueKind.RELEASED)
        || sentence.has(CueKind.DELAY)
        || sentence.has(CueKind.MISS)
        || sentence.has(CueKind.MOVE)
        || sentence.has(CueKind.ACCELERATE)
        || sentence.has(CueKind.CANCEL);
  }

  /** "Since the credit lapsed on May 4, X costs more": that clause is not about X. */
  private boolean isReason() {
    return tokens.isOneOf(sentence.from(), "since", "because", "although", "though");
  }

  /** "Six games are cancelled, the best known being X". */
  private boolean isAmong(int place, Name name) {
    if (name.start() - place > LONGEST) return false;
    boolean among = false;
    for (int at = place; at < name.start() && !sentence.isBreak(at); at++) {
      if (Negation.isIn(sentence, at)) return false;
      among |= tokens.isOneOf(at, "among", "including", "being", "notably", "namely");
    }
    return among;
  }

  /**
   * "Acme wants to ship it in May", "problems push the device back": the subject behind the verb.
   */
  private boolean mentions(int verb, int place) {
    int end = Math.min(sentence.to(), place + OBJECT);
    if (isReason()) end = Math.min(end, sentence.commaFrom(place));
    if (tokens.word(verb + 1).equals("its") && tokens.word(verb + 2).equals("own")) return false;
    for (Name name : sentence.names()) {
      boolean behind = name.start() >= verb && (name.start() < end || isAmong(place, name));
      if (behind && name.watched().equals(subject)) return true;
    }
    for (int at = verb + 1; at < end; at++) {
      String word = tokens.word(at);
      boolean it = word.equals("it") || word.equals("its");
      if (it && !sentence.tells(at + 1, 0)) return true; // not "reasons, expected in May, it said"
      if (SubjectFinder.isThing(word) && tokens.word(at - 1).equals("the")) return true;
    }
    return false;
  }
}
