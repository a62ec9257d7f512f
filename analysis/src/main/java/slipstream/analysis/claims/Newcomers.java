package slipstream.analysis.claims;

import java.util.Set;
import java.util.function.IntPredicate;
import slipstream.analysis.cues.Name;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.DateVocabulary;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/**
 * Products that a sentence dates behind the subject without a verb of their own: "X is planned for
 * 2027 and a successor for 2029", "X comes in May, the 960 in June".
 */
final class Newcomers {
  /** Tokens of such a product, and of what joins its date. */
  private static final int REACH = 8;

  private static final int DIGITS = 3; // the "960": no year, and no day
  private static final Set<String> OTHERS =
      WordSet.of("successor", "sequel", "follow-up", "second", "third", "smaller", "larger");

  private final ReadSentence sentence;
  private final Tokens tokens;
  private final String subject;
  private final IntPredicate isVerb;

  /**
   * @param isVerb whether the token at a place is a verb
   */
  Newcomers(ReadSentence sentence, String subject, IntPredicate isVerb) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
    this.subject = subject;
    this.isVerb = isVerb;
  }

  /** True when what stands at a place is told of one, behind a date that is the subject's. */
  boolean has(int place) {
    int before = dateBefore(place);
    for (int at = place - 1; before >= 0 && at > before && place - at < REACH; at--) {
      boolean event = SubjectFinder.isEvent(tokens.word(at));
      if (event || isVerb.test(at) || sentence.isInName(at)) return false;
      if (isOne(at)) return tokens.isOneOf(at - 1, "and", ",", "by", "then", "while");
    }
    return false;
  }

  private boolean isOne(int at) {
    String next = tokens.word(at + 1);
    if (tokens.isOneOf(at, "a", "an", "another")) {
      return !SubjectFinder.isEvent(next) && !DateVocabulary.isDateWord(next);
    }
    boolean number = next.length() == DIGITS && next.chars().allMatch(Character::isDigit);
    number &= !tokens.isWord(at + 2) || tokens.isOneOf(at + 2, "in", "on", "for", "follows");
    return tokens.word(at).equals("the") && (number || OTHERS.contains(next));
  }

  /** Where the last date ends that stands before a place and behind the subject's name; or -1. */
  private int dateBefore(int place) {
    int end = -1;
    for (DateExpression date : sentence.dates()) {
      if (date.end() < place && namesSubjectBefore(date.start())) end = date.end();
    }
    return end;
  }

  private boolean namesSubjectBefore(int place) {
    for (Name name : sentence.names()) {
      if (name.end() <= place && name.watched().equals(subject)) return true;
    }
    return false;
  }
}
