package slipstream.analysis.claims;

import java.util.Set;
import slipstream.analysis.cues.Name;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Names told in one breath: "X, the Y and new Z will come in May". */
final class NameList {
  private static final Set<String> JOINS = WordSet.of(",", "and", "or", "&");
  private static final Set<String> LEADS = WordSet.of("the", "its", "new", "both", "either");
  private static final int LONGEST = 14;

  private NameList() {}

  /**
   * True when a list that opens a clause with the subject's name goes on up to a place.
   *
   * @param next where a word of the list begins that is not the subject's
   */
  static boolean leadsTo(int next, ReadSentence sentence, String subject) {
    return sentence.names().stream()
        .anyMatch(
            name ->
                name.watched().equals(subject)
                    && opensClause(sentence, name.start())
                    && isList(sentence, name.end(), next));
  }

  /** "Launches X and Y in May": a list with the subject's name and another, and no verb behind. */
  static boolean holds(Name last, ReadSentence sentence, String subject) {
    Tokens tokens = sentence.tokens();
    boolean ends =
        !tokens.isWord(last.end())
            || tokens.isOneOf(last.end(), "in", "on", "by", "to", "this", "next", "until", "at");
    return sentence.names().stream()
        .anyMatch(
            name ->
                name.watched().equals(subject)
                    && isList(sentence, name.end(), last.start())
                    && (ends || opensClause(sentence, name.start())));
  }

  private static boolean opensClause(ReadSentence sentence, int at) {
    Tokens tokens = sentence.tokens();
    int first = at;
    while (first > sentence.from() && LEADS.contains(tokens.word(first - 1))) first--;
    boolean of = tokens.word(first - 1).equals("of"); // "the release of X and Y"
    if (of && SubjectFinder.isEvent(tokens.word(first - 2))) first -= 2;
    while (first > sentence.from() && LEADS.contains(tokens.word(first - 1))) first--;
    return first == sentence.from()
        || sentence.isBreak(first - 1)
        || tokens.isOneOf(first - 1, "that", "when", "while", "if", "as");
  }

  /** Names with what joins them, the last by "and". */
  private static boolean isList(ReadSentence sentence, int from, int to) {
    Tokens tokens = sentence.tokens();
    if (from >= to || to - from > LONGEST || !JOINS.contains(tokens.word(from))) return false;
    boolean joined = false;
    for (int at = from; at < to; at++) {
      String word = tokens.word(at);
      boolean name = sentence.isInName(at) || !tokens.text(at, at + 1).equals(word); // "iPhone"
      if (!name && !JOINS.contains(word) && !LEADS.contains(word)) return false;
      joined |= tokens.isOneOf(at, "and", "or", "&");
    }
    return joined || tokens.isOneOf(to, "and", "or", "&");
  }
}
