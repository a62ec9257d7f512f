package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.DateExpression;

/**
 * A sentence that speaks of a subject.
 *
 * @param scope which of its words do
 * @param rules what its dates are by the rules
 */
record Statement(ReadSentence sentence, Scope scope, DateRoleReader rules, List<RuledDate> dates) {
  /** Words within which a question asks: "Q: When", "And when". */
  private static final int OPENING = 3;

  /**
   * The statements of an article, with their dates in order.
   *
   * @param own words for the maker and the product, in lower case
   * @param day of publication; null when unknown
   */
  static List<Statement> of(
      List<ReadSentence> speaking, String subject, Set<String> own, @Nullable LocalDate day) {
    var statements = new ArrayList<Statement>();
    int next = 0;
    ReadSentence asked = null;
    for (ReadSentence sentence : speaking) {
      var scope = new Scope(sentence, subject, own);
      var rules = new DateRoleReader(sentence);
      var dates = new ArrayList<RuledDate>();
      for (DateExpression date : sentence.dates()) {
        boolean answer = isAnswer(date, sentence, asked);
        DateRole rule = answer ? DateRole.NEWS : rules.role(date);
        dates.add(RuledDate.of(next++, sentence, date, scope, rule, day));
      }
      asked = sentence;
      statements.add(new Statement(sentence, scope, rules, dates));
    }
    return statements;
  }

  /** "When can I have an X? On May 14, everywhere but in India." */
  private static boolean isAnswer(
      DateExpression date, ReadSentence sentence, @Nullable ReadSentence asked) {
    if (asked == null || asked.index() + 1 != sentence.index() || !asked.isQuestion()) return false;
    int first = asked.from();
    while (first < asked.to() && !asked.tokens().isWord(first)) first++;
    for (int at = first; at < first + OPENING; at++) {
      boolean past = asked.tokens().isOneOf(at + 1, "was", "were", "did", "has", "had");
      boolean when = asked.tokens().word(at).equals("when") && !past;
      if (when) return !asked.has(CueKind.OTHER) && date.start() <= sentence.from() + 1;
    }
    return false;
  }

  /** A date of the sentence as the rules see it. */
  RuledDate ruled(DateExpression date) {
    return dates.get(sentence.dates().indexOf(date));
  }
}
