package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Tokens;

/** Which of the dates of a sentence a denial is of. */
final class DeniedDate {
  private static final Pattern ACTIVE =
      Pattern.compile(
          "den(y|ies|ied|ying)|(dismiss|reject|refut|rebutt?|quash|rul|debunk|disput|shot|shoot|contradict|knock|brush|wav|swat)\\w*");

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
    if (active) near.removeIf(date -> sentence.contains(date.end(), denial.start(), "and"));
    if (near.stream().anyMatch(date -> date.end() <= denial.start())) {
      near.removeIf(date -> date.start() >= denial.end()); // "the May date is wrong, June stands"
    }
    DateExpression denied = PlanDates.newest(near, denial);
    return denied != null ? denied : dates.lastOld();
  }

  /** "Dismissed rumours of a delay and said it would ship in May": May is no rumour. */
  private static boolean isSaidApart(ReadSentence sentence, Cue denial, DateExpression date) {
    for (Cue say : sentence.cues(CueKind.SAY)) {
      boolean between = say.start() >= denial.end() && say.end() <= date.start();
      if (between && sentence.tokens().isOneOf(say.start() - 1, "and", "but", ",")) return true;
    }
    return false;
  }
}
