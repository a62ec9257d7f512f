package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Tokens;

/** Which of the dates of a sentence a denial is of. */
final class DeniedDate {
  private static final Pattern ACTIVE =
      Pattern.compile(
          "den(y|ies|ied|ying)|(dismiss|reject|refut|rebutt?|quash|rul|debunk|disput|shot|shoot|contradict|knock|brush|wav|swat)\\w*");

  /** Words from what opens a clause to what it denies. */
  private static final int NEAR = 4;

  private DeniedDate() {}

  /**
   * The date a denial is of: who denies names it afterwards ("denied a release in May"), what is
   * false was named before ("talk of May is false").
   */
  static @Nullable DateExpression of(ReadSentence sentence, PlanDates dates, Cue denial) {
    Tokens tokens = sentence.tokens();
    List<DateExpression> near = dates.near(denial);
    boolean passive = tokens.isOneOf(denial.start() - 1, "is", "are", "was", "were", "been", "be");
    boolean active = !passive && ACTIVE.matcher(tokens.word(denial.start())).matches();
    var behind = new ArrayList<DateExpression>(near);
    behind.addAll(dates.old());
    behind.removeIf(date -> date.start() < denial.end() || isSaidApart(sentence, denial, date));
    if (active && !behind.isEmpty()) return PlanDates.newest(behind, denial);
    if (active && tokens.word(denial.start()).endsWith("ing")) return null;
    near.removeIf(date -> isSaidApart(sentence, denial, date));
    if (active) near.removeIf(date -> isJoined(sentence, date, denial));
    if (near.stream().anyMatch(date -> date.end() <= denial.start())) {
      near.removeIf(date -> date.start() >= denial.end()); // "the May date is wrong, June stands"
    }
    DateExpression denied = PlanDates.newest(near, denial);
    if (denied == null && isOfWhatWasSaid(sentence, denial)) denied = lastBefore(dates, denial);
    return denied != null ? denied : dates.lastOld();
  }

  /** "Came out in May and rejected claims": what is denied is something else. */
  private static boolean isJoined(ReadSentence sentence, DateExpression date, Cue denial) {
    int from = date.end();
    int to = denial.start();
    return sentence.contains(from, to, "and");
  }

  /** "A blog names May; that is wrong": the subject of the denial is what stands before. */
  private static boolean isOfWhatWasSaid(ReadSentence sentence, Cue denial) {
    for (int at = denial.start() - 1;
        at >= Math.max(sentence.from(), denial.start() - NEAR);
        at--) {
      if (sentence.isBreak(at)) {
        return sentence.tokens().isOneOf(at + 1, "that", "this", "it", "the", "not", "none");
      }
    }
    return false;
  }

  private static @Nullable DateExpression lastBefore(PlanDates dates, Cue denial) {
    DateExpression last = null;
    for (DateExpression date : dates.news()) if (date.end() <= denial.start()) last = date;
    return last;
  }

  /**
   * "Dismissed rumours of a delay and said it would ship in May", "called it wrong, and that it
   * remains committed to May": May is no rumour.
   */
  private static boolean isSaidApart(ReadSentence sentence, Cue denial, DateExpression date) {
    for (int at = denial.end(); at < date.start(); at++) {
      boolean stands = sentence.tokens().isOneOf(at, "still", "remains", "stays", "sticks");
      if (stands && sentence.contains(denial.end(), at, "and")) return true;
    }
    for (Cue say : sentence.cues(CueKind.SAY)) {
      boolean between = say.start() >= denial.end() && say.end() <= date.start();
      if (between && sentence.tokens().isOneOf(say.start() - 1, "and", "but", ",")) return true;
    }
    return false;
  }
}
