package slipstream.analysis.claims;

import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Tokens;
import slipstream.contracts.Quote;

/** Cuts the shortest words that show a finding (C10). */
final class Quotes {
  private static final int LONGEST = 30;

  private Quotes() {}

  static Quote of(Finding finding) {
    ReadSentence sentence = finding.sentence();
    int from = sentence.to();
    int to = sentence.from();
    if (finding.cue() != null) {
      from = Math.min(from, finding.cue().start());
      to = Math.max(to, finding.cue().end());
    }
    DateExpression news = finding.news();
    if (news != null && isOf(sentence, news)) {
      from = Math.min(from, lead(sentence, news.start()));
      to = Math.max(to, news.end());
    }
    if (from >= to) {
      from = sentence.from();
      to = sentence.to();
    }
    if (to - from > LONGEST) to = from + LONGEST;
    Tokens tokens = sentence.tokens();
    return new Quote(
        tokens.text(from, to), tokens.start(from), tokens.end(to - 1), sentence.inTitle());
  }

  /** A denial may be of a date that another sentence, or the title, tells. */
  private static boolean isOf(ReadSentence sentence, DateExpression news) {
    return sentence.dates().stream()
        .anyMatch(date -> date.start() == news.start() && date.end() == news.end());
  }

  /** The nearest plan or release word before the date. */
  private static int lead(ReadSentence sentence, int date) {
    int lead = date;
    for (Cue cue : sentence.cues(CueKind.PLAN, CueKind.RELEASE)) {
      if (cue.end() <= date && date - cue.start() <= 8) lead = Math.min(lead, cue.start());
    }
    return lead;
  }
}
