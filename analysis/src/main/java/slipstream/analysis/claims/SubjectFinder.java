package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.DateVocabulary;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/**
 * Decides which sentences speak of a subject: those that name it, and those that go on speaking of
 * it by a pronoun, by "the model" or by "the launch" while nothing else has taken its place.
 */
final class SubjectFinder {
  private static final int LONGEST_CHAIN = 4;
  private static final int LEAD_IN = 2;

  /** Tokens of a name and of what it is the name of. */
  private static final int APPOSITION = 14;

  static final Set<String> PRONOUNS =
      WordSet.of(
          "it", "its", "they", "their", "that", "this", "we", "we're", "we've", "we'll", "they're");
  private static final WordSet PRODUCTS = WordLists.of("product");
  private static final WordSet EVENTS = WordLists.of("event");

  private static final WordSet OPENERS = WordLists.of("opener");
  static final Set<String> NEW =
      WordSet.of("second", "third", "smaller", "lighter", "separate", "a", "an", "another");
  static final Set<String> DEFINITE = WordSet.of("the", "its", "their", "his", "her");

  private static final Set<String> SENTENCE_ADVERBS =
      WordSet.of("however", "meanwhile", "today", "yesterday", "nevertheless", "elsewhere");

  private static final Set<String> DEEDS =
      WordSet.of(
          "bring",
          "launch",
          "release",
          "ship",
          "publish",
          "sell",
          "put",
          "introduce",
          "deliver",
          "open",
          "start",
          "unveil",
          "postpone",
          "delay",
          "push",
          "move",
          "cancel",
          "drop");
  private static final WordSet PREPOSITIONS = WordLists.of("preposition");
  private static final Set<String> AWAITED =
      WordSet.ofLine("due expected set slated planned scheduled following coming arriving to now");
  private static final Set<String> JOINS = WordSet.of("and", "but", "or", "that", "which");

  private final String subject;
  private final Set<String> own;
  private final SentenceOpening opening;

  /**
   * @param own words of the subject's owner and context, in lower case
   */
  SubjectFinder(String subject, Set<String> own) {
    this.subject = subject;
    this.own = own;
    this.opening = new SentenceOpening(own);
  }

  /** The sentences that speak of the subject, in order. */
  List<ReadSentence> find(List<ReadSentence> sentences) {
    var found = new ArrayList<ReadSentence>();
    boolean onlyOne = isOnlyProduct(sentences.get(0));
    int since = onlyOne ? 0 : LONGEST_CHAIN + 1;
    int first = firstNamed(sentences);
    for (ReadSentence sentence : sentences) {
      if (sentence.names(subject)) {
        since = 0;
        found.add(sentence);
        continue;
      }
      since++;
      if (sentence.inTitle()) continue;
      boolean rival = hasRival(sentence);
      boolean near = onlyOne || since <= LONGEST_CHAIN;
      boolean told = !rival && near && (since == 1 || isLinked(sentence, onlyOne));
      boolean announced = !rival && sentence.index() < first;
      if ((told || (announced && announces(sentence, sentences, first)))
          && !opening.isOfSomethingElse(sentence)) {
        found.add(sentence);
      }
      if (rival && !onlyOne) since = LONGEST_CHAIN + 1;
    }
    return found;
  }

  /** Goes on speaking of the subject, the only product or one among others. */
  private boolean isLinked(ReadSentence sentence, boolean onlyOne) {
    return refersBack(sentence)
        || keepsWord(sentence)
        || tellsOfAnOldPlan(sentence)
        || deniesADate(sentence)
        || plansAnew(sentence)
        || (onlyOne && tellsOfRelease(sentence) && !isForeign(sentence));
  }

  /** "An earlier slide had said May", behind the new plan. */
  private static boolean tellsOfAnOldPlan(ReadSentence sentence) {
    return sentence.has(CueKind.OLD) && !sentence.dates().isEmpty();
  }

  /** "'Spring is wrong,' he said": the report told of before. */
  private static boolean deniesADate(ReadSentence sentence) {
    if (sentence.dates().isEmpty()) return false;
    DateExpression first = sentence.dates().get(0);
    boolean opens = first.start() <= sentence.from() + 1;
    return opens && sentence.cues(CueKind.DENY).stream().anyMatch(c -> c.start() == first.end());
  }

  /** "The ride is now scheduled for spring": what was told of before has a date now. */
  private static boolean plansAnew(ReadSentence sentence) {
    boolean planned = sentence.has(CueKind.PLAN) && !sentence.dates().isEmpty();
    return planned
        && (sentence.contains(sentence.from(), sentence.to(), "now")
            || sentence.contains(sentence.from(), sentence.to(), "instead"));
  }

  /** "Acme stands by December": what else would the maker date. */
  private boolean keepsWord(ReadSentence sentence) {
    boolean maker = own.contains(sentence.tokens().word(sentence.from()));
    return maker && !sentence.dates().isEmpty() && Reaffirmation.isIn(sentence);
  }

  /** Names somebody else before its first date: "the Commerce Department extends the period". */
  private boolean isForeign(ReadSentence sentence) {
    if (sentence.dates().isEmpty()) return false;
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from() + 1; at < sentence.dates().get(0).start(); at++) {
      String word = tokens.word(at);
      boolean name = tokens.isCapitalised(at) && tokens.isCapitalised(at + 1);
      if (name && !own.contains(word) && !DateVocabulary.isCalendarWord(word)) return true;
    }
    return false;
  }

  private int firstNamed(List<ReadSentence> sentences) {
    for (ReadSentence sentence : sentences) {
      if (!sentence.inTitle() && sentence.names(subject)) return sentence.index();
    }
    return 0;
  }

  /**
   * "The electric saloon, promised for June, comes late. The X costs 41,000 euros": a sentence
   * shortly before the name, about a product of the maker's.
   */
  private boolean announces(ReadSentence sentence, List<ReadSentence> article, int first) {
    if (first - sentence.index() > LEAD_IN || introducesAnother(sentence)) return false;
    for (int at = 0; at <= sentence.index(); at++) {
      if (!article.get(at).names().isEmpty()) return false;
    }
    for (int at = 1; at <= sentence.index(); at++)
      if (hasProduct(article.get(at), NEW)) return false;
    return hasProduct(sentence, DEFINITE) || isOfWhatFollows(sentence, article.get(first));
  }

  /** "'You will have it in May.' She meant X", "December 11. That is when X opens". */
  private static boolean isOfWhatFollows(ReadSentence sentence, ReadSentence named) {
    if (sentence.dates().isEmpty() || sentence.index() + 1 != named.index()) return false;
    if (named.tokens().word(named.from()).equals("that")) return endsWithDate(sentence);
    boolean quoted = sentence.tokens().isOneOf(sentence.from(), "'", "\"");
    return quoted && sentence.contains(sentence.from() + 1, sentence.to(), "it");
  }

  private static boolean endsWithDate(ReadSentence sentence) {
    List<DateExpression> dates = sentence.dates();
    return dates.get(dates.size() - 1).end() >= sentence.to() - 1;
  }

  /**
   * "Blue, the horror film, will open": a name that says at once what it is the name of; "Blue has
   * delayed its film": somebody else's.
   */
  private boolean introducesAnother(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    int first = sentence.from();
    String word = tokens.word(first);
    boolean name = tokens.isCapitalised(first) && !own.contains(word) && !isAdverb(word);
    boolean apposition =
        tokens.word(first + 1).equals(",") && tokens.isOneOf(first + 2, "the", "a", "an");
    if (!name) return false;
    boolean acts =
        DateRoleReader.isPast(tokens.word(first + 1)) || tokens.word(first + 1).equals("will");
    if (acts && sentence.contains(first + 2, first + APPOSITION, "its")) return true;
    return apposition && sentence.contains(first + 3, first + APPOSITION, ",");
  }

  private static boolean isAdverb(String word) {
    return OPENERS.contains(word)
        || SENTENCE_ADVERBS.contains(word)
        || word.endsWith("ly")
        || DateVocabulary.isCalendarWord(word);
  }

  /** A word for a product, shortly behind one of {@code leads}. */
  static boolean hasProduct(ReadSentence sentence, Set<String> leads) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (!PRODUCTS.contains(singular(tokens.word(at)))) continue;
      for (int lead = at - 1; lead >= Math.max(sentence.from(), at - 3); lead--) {
        if (leads.contains(tokens.word(lead))) return true;
      }
    }
    return false;
  }

  private static String singular(String word) {
    return word.endsWith("s") && !PRODUCTS.contains(word)
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /** True when something is said of a release, whatever its words for the product. */
  private static boolean tellsOfRelease(ReadSentence sentence) {
    return sentence.has(CueKind.RELEASE)
        || sentence.has(CueKind.PLAN)
        || sentence.has(CueKind.DELAY)
        || sentence.has(CueKind.MISS)
        || sentence.has(CueKind.MOVE)
        || sentence.has(CueKind.ACCELERATE);
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
      boolean leads = !isOwn(name) && !isAside(sentence.tokens(), name);
      if (leads && !isReason(sentence, name)) return true;
    }
    return false;
  }

  /** "Is on hold because the Z are too dear". */
  private static boolean isReason(ReadSentence sentence, Name name) {
    return sentence.contains(sentence.from(), name.start(), "because")
        || sentence.contains(sentence.from(), name.start(), "since");
  }

  /**
   * True for a name behind a preposition: "trained on X", "than Y", "the price of Z", "a take on
   * the Z".
   */
  static boolean isAside(Tokens tokens, Name name) {
    for (int at = name.start() - 1; at >= Math.max(0, name.start() - 3); at--) {
      String word = tokens.word(at);
      if (word.equals("of") && EVENTS.contains(tokens.word(at - 1))) return false;
      boolean awaited = word.equals("with") && AWAITED.contains(tokens.word(name.end()));
      if (awaited) return false; // "must wait, with X expected in May"
      if (PREPOSITIONS.contains(word)) return !isInfinitive(tokens, at, name.start());
      if (word.equals("the")) continue;
      boolean transparent = tokens.isWord(at) || word.equals("'s");
      if (!transparent || DateVocabulary.isCalendarWord(word) || JOINS.contains(word)) return false;
    }
    return false;
  }

  /** The "to" of "to bring out Z". */
  private static boolean isInfinitive(Tokens tokens, int to, int name) {
    if (to + 1 >= name || !tokens.word(to).equals("to")) return false;
    boolean object = to + 2 < name && DEFINITE.contains(tokens.word(to + 2));
    return object || DEEDS.contains(tokens.word(to + 1));
  }

  private static boolean refersBack(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      String word = tokens.word(at);
      if (PRONOUNS.contains(word) || isThing(word) || word.equals("both")) return true;
      if (word.equals("all") && tokens.isOneOf(at + 1, "two", "three", "four", "of")) return true;
      if (word.equals("theirs") && tokens.isOneOf(at - 1, "get", "gets", "have")) return true;
    }
    return sentence.has(CueKind.SILENT) || sentence.has(CueKind.UNDECIDED);
  }

  static boolean isThing(String word) {
    return PRODUCTS.contains(word) || EVENTS.contains(word);
  }

  static boolean isProduct(String word) {
    return PRODUCTS.contains(word);
  }

  static boolean isEvent(String word) {
    return EVENTS.contains(word);
  }
}
