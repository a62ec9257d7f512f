package slipstream.analysis.claims;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Which dates are told not to be those of a release: "it won't be August". */
final class NegatedPlan {
  private static final int REACH = 10;
  private static final int INSTEAD = 3;

  /** What is not there, or not done, where a plan stands. */
  private static final Set<String> STANDING =
      WordSet.ofLine(
          "reason change changes doubt doubts wait dispute deny obstacle obstacles"
              + " hurdle hurdles hitch hitches impediment");

  private final ReadSentence sentence;
  private final Tokens tokens;
  private final Scope scope;

  NegatedPlan(Statement statement) {
    this.sentence = statement.sentence();
    this.tokens = sentence.tokens();
    this.scope = statement.scope();
  }

  /** Where the words that plan a date are negated; -1 where they are not. */
  int negationBefore(DateExpression date) {
    boolean about = date.bound() == Bound.AT || date.bound() == Bound.AROUND;
    if (!about || scope.isOtherMilestone(date.start())) return -1;
    for (int at = date.start() - 1; at >= Math.max(sentence.from(), date.start() - REACH); at--) {
      if (isApposition(at)) continue;
      if (sentence.isBreak(at) || tokens.isOneOf(at, ",", "and", "but", "now", "when", "once")) {
        return -1;
      }
      boolean condition = tokens.word(at - 1).equals("if"); // "if no bug turns up, it opens in May"
      boolean more = tokens.isOneOf(at + 1, "only", "just", "merely", "simply");
      if (Negation.isIn(sentence, at) && !condition && !more && !isNoChange(at)) return at;
    }
    return -1;
  }

  /** "Not this Saturday, April 26": a day that is told twice. */
  private boolean isApposition(int comma) {
    return tokens.word(comma).equals(",")
        && sentence.dates().stream()
            .anyMatch(d -> d.end() == comma && d.period() instanceof Period.Weekday);
  }

  /** "Will not open in May but in June", "not May any more but June": the date that is told. */
  @Nullable DateExpression instead(DateExpression denied) {
    for (DateExpression other : sentence.dates()) {
      if (other.start() < denied.end() || other.start() > denied.end() + REACH) continue;
      for (int at = denied.end(); at < other.start(); at++) {
        if (sentence.isBreak(at)) return null;
        boolean near = other.start() - at <= INSTEAD && !isClause(at + 1, other.start());
        if (near && tokens.word(at).equals("but")) return other;
      }
    }
    return null;
  }

  /** "But it comes in June": more than a date. */
  private boolean isClause(int from, int to) {
    for (int at = from; at < to; at++) {
      if (!tokens.isOneOf(at, "in", "on", "only", "for", "at", "rather", "now", "instead", "not")) {
        return true;
      }
    }
    return false;
  }

  /** Why a negated plan is no denial but a date that was missed; null when it is a denial. */
  @Nullable String missed(int negation, DateExpression date) {
    boolean anymore = tokens.isOneOf(date.end(), "any", "anymore"); // "not in May any more"
    if (anymore || tokens.word(negation + 1).equals("longer")) return "no longer a plan";
    if (Reaffirmation.isAsBefore(tokens, date.end())) return "not as planned";
    Period period = date.period();
    boolean thatDay = period instanceof Period.Relative || period instanceof Period.Weekday;
    return thatDay && isMissed(negation) ? "did not come out" : null;
  }

  /** "Did not go out yesterday". */
  private boolean isMissed(int negation) {
    boolean did = tokens.word(negation).equals("didn't") || tokens.word(negation - 1).equals("did");
    for (Cue cue : sentence.cues(CueKind.RELEASE)) {
      if (did && cue.start() > negation && cue.start() <= negation + 2) return true;
    }
    return false;
  }

  /** "Would not be surprised to see it in May". */
  private boolean isNoSurprise(int negation) {
    return Negation.isOf(tokens, negation, "surprise", "surprised", "surprising", "astonished");
  }

  /** "Those who pay nothing will get it next week". */
  private boolean isObject(int negation) {
    return tokens.word(negation).equals("nothing")
        && negation > sentence.from()
        && tokens.isWord(negation - 1);
  }

  /** "Sees no reason to alter its goal of May", "nobody expected it in May": the plan stands. */
  private boolean isNoChange(int negation) {
    if (tokens.word(negation).equals("nobody")) {
      int told = tokens.isOneOf(negation + 1, "was", "is") ? negation + 2 : negation + 1;
      return tokens.isOneOf(told, "expected", "thought", "surprised");
    }
    if (isNoSurprise(negation) || isObject(negation)) return true;
    return STANDING.contains(tokens.word(negation + 1));
  }
}
