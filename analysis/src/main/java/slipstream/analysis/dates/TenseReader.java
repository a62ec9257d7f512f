package slipstream.analysis.dates;

import java.util.Set;

/**
 * Decides which year or week a bare date means, by the words of its clause: a plan that stands is
 * the next one, a plan that was dropped the nearest, a past event the latest. Measured on news: a
 * bare month and day is the nearest whatever the tense; a bare weekday is the latest unless a plan
 * stands close before it.
 */
public final class TenseReader {
  private static final int REACH = 14;
  private static final int CLOSE = 6;
  private static final Set<String> PLANS =
      WordSet.of(
          "will",
          "shall",
          "slated",
          "due",
          "expected",
          "expects",
          "expect",
          "scheduled",
          "planned",
          "plans",
          "plan",
          "set",
          "until",
          "by",
          "upcoming",
          "tomorrow",
          "to",
          "is",
          "are",
          "takes",
          "may",
          "could",
          "should",
          "would");
  private static final Set<String> REVOKED =
      WordSet.of("was", "were", "had", "originally", "initially", "supposed");

  /** Words that make a participle one of the future: "should be completed". */
  private static final Set<String> AHEAD = WordSet.of("be", "being", "get");

  private final Tokens tokens;

  public TenseReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The sense of a bare date. */
  public Sense sense(DateExpression date) {
    if (date.bound() == Bound.SINCE) return Sense.PAST;
    boolean weekday = date.period() instanceof Period.Weekday;
    int plan = distance(date, PLANS);
    if (weekday) return plan <= CLOSE && !isReport(date) ? Sense.FUTURE : Sense.PAST;
    int revoked = distance(date, REVOKED);
    int past = pastVerb(date);
    if (revoked <= REACH && revoked <= plan + 3)
      return isPlanned(date) ? Sense.NEAREST : Sense.PAST;
    if (past < plan) return Sense.PAST;
    return plan <= REACH ? Sense.FUTURE : Sense.NEAREST;
  }

  private boolean isPlanned(DateExpression date) {
    int from = Math.max(0, date.start() - REACH);
    for (int at = from; at < date.start(); at++) {
      String word = tokens.word(at);
      if (word.equals("to") || word.equals("slated") || word.equals("due")) return true;
      if (word.equals("planned") || word.equals("scheduled") || word.equals("supposed"))
        return true;
    }
    return false;
  }

  /** "Said on Thursday": nothing but a verb of saying before the day. */
  private boolean isReport(DateExpression date) {
    String verb = tokens.word(date.start() - 2);
    return verb.equals("said") || verb.equals("told") || verb.endsWith("ed");
  }

  private int distance(DateExpression date, Set<String> words) {
    for (int at = date.start() - 1; at >= Math.max(0, date.start() - REACH); at--) {
      if (isEnd(at)) return Integer.MAX_VALUE;
      if (words.contains(tokens.word(at))) return date.start() - at;
    }
    return Integer.MAX_VALUE;
  }

  private int pastVerb(DateExpression date) {
    for (int at = date.start() - 1; at >= Math.max(0, date.start() - REACH); at--) {
      if (isEnd(at)) return Integer.MAX_VALUE;
      String word = tokens.word(at);
      boolean past = word.length() > 4 && word.endsWith("ed") && !PLANS.contains(word);
      past &= !AHEAD.contains(tokens.word(at - 1)) && !AHEAD.contains(tokens.word(at - 2));
      if (past || word.equals("fell") || word.equals("rose") || word.equals("took")) {
        return date.start() - at;
      }
    }
    return Integer.MAX_VALUE;
  }

  private boolean isEnd(int at) {
    String word = tokens.word(at);
    return word.equals(";") || (word.equals(".") && tokens.isCapitalised(at + 1));
  }
}
