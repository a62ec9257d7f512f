package slipstream.analysis.claims;

import java.util.function.Predicate;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.DateVocabulary;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** The dates that a text names only to put another in their place. */
final class ReplacedDates {
  /** Words within which the other date follows. */
  private static final int CLOSE = 4;

  private static final WordSet GIVING_UP = WordLists.of("giving-up");

  private ReplacedDates() {}

  /** "Drops its November date for a quieter February": the date for which another is given up. */
  static boolean isInstead(ReadSentence sentence, DateExpression date) {
    Tokens tokens = sentence.tokens();
    int given = last(tokens, date.start(), "for"::equals);
    for (DateExpression other : sentence.dates()) {
      int gap = given - other.end();
      if (given < 0 || gap < 0 || gap > 1) continue;
      int verb = last(tokens, other.start(), GIVING_UP::contains);
      if (verb >= sentence.from()) return !tokens.word(verb - 1).equals("would");
    }
    return false;
  }

  /** The nearest of the {@link #CLOSE} words before a place that fits; -1 when none does. */
  private static int last(Tokens tokens, int before, Predicate<String> fits) {
    for (int at = before - 1; at >= before - CLOSE && tokens.isWord(at); at--) {
      if (fits.test(tokens.word(at))) return at;
    }
    return -1;
  }

  /** "Instead of May", "rather than in May", "and not in May", ", no longer in May". */
  static boolean isReplaced(Tokens tokens, DateExpression date) {
    int at = date.start() - 1;
    if (tokens.isOneOf(at, "a", "an", "this")) at--; // "a May and not a June product"
    if (tokens.word(at).equals("for") && tokens.isOneOf(at - 1, "wait", "waiting")) at -= 2;
    if (tokens.word(at).equals("of") && tokens.word(at - 1).equals("that")) at -= 2;
    if (tokens.isOneOf(at, "in", "on", "for", "at", "by", "during")) at--;
    if (tokens.word(at).equals(",")) at = beforeAside(tokens, at);
    String before = tokens.word(at - 1);
    if (tokens.word(at).equals("not") && isBeforeBut(tokens, date.end())) return true;
    return switch (tokens.word(at)) {
      case "of" -> before.equals("instead") || before.equals("place");
      case "than" -> before.equals("rather");
      case "not" -> isJoined(tokens, at - 1) || isCorrected(tokens, at, date.end());
      case "longer" -> before.equals("no") && isJoined(tokens, at - 2);
      case "only" -> before.equals("not") && isJoined(tokens, at - 2);
      default -> false;
    };
  }

  /** "Not November 20, after all: it starts on October 9". */
  private static boolean isCorrected(Tokens tokens, int not, int end) {
    boolean after = tokens.word(end).equals(",") && tokens.word(end + 1).equals("after");
    return !tokens.isWord(not - 1) && (after || tokens.isOneOf(end, ":", ";"));
  }

  /** "Not June any more but September". */
  private static boolean isBeforeBut(Tokens tokens, int from) {
    for (int at = from; at < from + CLOSE && !tokens.word(at).equals(","); at++) {
      if (!tokens.word(at).equals("but") || tokens.isOneOf(at + 1, "also")) continue;
      int date = tokens.isOneOf(at + 1, "in", "on", "for") ? at + 2 : at + 1;
      return DateVocabulary.isDateWord(tokens.word(date));
    }
    return false;
  }

  /** "And not, as guests had been told, on May 4". */
  private static int beforeAside(Tokens tokens, int comma) {
    for (int at = comma - 2; at > comma - 2 * CLOSE; at--) {
      boolean opens = tokens.word(at).equals("as") && tokens.word(at - 1).equals(",");
      if (opens) return at - 2;
    }
    return comma;
  }

  private static boolean isJoined(Tokens tokens, int at) {
    return tokens.isOneOf(at, "and", ",");
  }
}
