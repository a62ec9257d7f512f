package slipstream.analysis.claims;

import java.util.Optional;
import java.util.Set;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateVocabulary;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Finds the name of the outlet that a sentence cites, by the words around it. */
final class OutletNames {
  private static final Set<String> REPORTS =
      WordSet.of("reported", "reports", "writes", "expects", "quoted");
  private static final Set<String> SAYS = WordSet.of("says", "said", "wrote");

  /** Whatever word an outlet is cited by is one of these. */
  private static final WordSet MAY_CITE = WordLists.of("citing");

  private static final int LONGEST = 5;

  /** Nouns that make the name before them an adjective: "Chinese media". */
  private static final WordSet ANYBODY = WordLists.of("anybody");

  private static final WordSet ADJECTIVES = WordLists.of("press-adjective");

  private OutletNames() {}

  /** The name as printed, without its article: "according to the X", "told X", "X reported". */
  static Optional<String> find(ReadSentence sentence, Set<String> own) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (!MAY_CITE.contains(tokens.word(at))) continue;
      Optional<String> cited =
          isCiting(tokens, at) ? name(sentence, at + 1, own) : Optional.empty();
      if (cited.isPresent()) return cited;
      Optional<String> reporting = reporting(sentence, at, own);
      if (reporting.isPresent()) return reporting;
    }
    return Optional.empty();
  }

  /**
   * The outlet that is the source: not the one somebody "told", nor one whose report came first.
   */
  static Optional<String> findSource(ReadSentence sentence, Set<String> own) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (!MAY_CITE.contains(tokens.word(at))) continue;
      if (tokens.word(at).equals("told") || sentence.contains(at - 4, at, "after")) continue;
      Optional<String> cited =
          isCiting(tokens, at) ? name(sentence, at + 1, own) : Optional.empty();
      if (cited.isEmpty()) cited = reporting(sentence, at, own);
      if (cited.isPresent()) return cited;
    }
    return Optional.empty();
  }

  private static boolean isCiting(Tokens tokens, int at) {
    String before = tokens.word(at - 1);
    return switch (tokens.word(at)) {
      case "citing", "told" -> true;
      case "to" -> before.equals("according") || before.equals("spoke");
      case "by", "from", "in" ->
          before.equals("report") || before.equals("reported") || before.equals("quoted");
      case "writes", "reports" -> before.equals(",");
      case "after" -> false;
      default -> false;
    };
  }

  /** A capitalised name right before "reported". */
  private static Optional<String> reporting(ReadSentence sentence, int verb, Set<String> own) {
    Tokens tokens = sentence.tokens();
    boolean says = SAYS.contains(tokens.word(verb));
    if (!says && !REPORTS.contains(tokens.word(verb))) return Optional.empty();
    int start = verb;
    while (start > sentence.from() && verb - start < LONGEST && isNamePart(tokens, start - 1))
      start--;
    boolean titled = tokens.word(start).equals("the") || tokens.word(start - 1).equals("the");
    if (start == verb || (says && !titled)) return Optional.empty();
    return name(sentence, start, own);
  }

  private static boolean isNamePart(Tokens tokens, int at) {
    return tokens.isCapitalised(at) || tokens.word(at).equals("'s");
  }

  private static Optional<String> name(ReadSentence sentence, int from, Set<String> own) {
    Tokens tokens = sentence.tokens();
    int start = tokens.word(from).equals("the") ? from + 1 : from;
    boolean article = tokens.word(from).equals("the") && tokens.isCapitalised(from);
    int end = start;
    while (end < sentence.to() && end - start < LONGEST && isNamePart(tokens, end)) {
      if (own.contains(tokens.word(end))) return Optional.empty();
      end++;
    }
    if (end > start && tokens.word(end - 1).equals("'s")) end--;
    if (end == start || isPronoun(tokens.word(start))) return Optional.empty();
    if (ANYBODY.contains(tokens.word(end)) || isNoName(tokens, start, end)) return Optional.empty();
    return Optional.of(tokens.text(article ? from : start, end));
  }

  /** "Recent reports", "said in January": a capital that makes no name. */
  private static boolean isNoName(Tokens tokens, int start, int end) {
    String word = tokens.word(start);
    return end - start == 1 && (DateVocabulary.isCalendarWord(word) || ADJECTIVES.contains(word));
  }

  private static boolean isPronoun(String word) {
    return switch (word) {
      case "it", "he", "she", "they", "we", "i", "sources", "people", "analysts", "who", "nobody" ->
          true;
      default -> false;
    };
  }
}
