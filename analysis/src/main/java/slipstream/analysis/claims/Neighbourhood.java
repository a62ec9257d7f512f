package slipstream.analysis.claims;

import java.util.List;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.DateVocabulary;
import slipstream.analysis.dates.Tokens;

/**
 * How near a cue stands to a date: the words between them, a comma or a conjunction counting more.
 * What stands behind the end of a clause is out of reach.
 */
final class Neighbourhood {
  /** More than any sentence reaches. */
  static final int FAR = 1000;

  private static final int COMMA = 3;
  private static final int CONJUNCTION = 5;
  private static final int BREAK = 14;
  private static final int APPOSITION = 10;

  private final ReadSentence sentence;

  Neighbourhood(ReadSentence sentence) {
    this.sentence = sentence;
  }

  /** Distance from the nearest cue of {@code kind} before the date. */
  int before(DateExpression date, CueKind kind) {
    if (!sentence.has(kind)) return FAR;
    int best = FAR;
    List<Cue> cues = sentence.cues();
    for (int i = cues.size() - 1; i >= 0; i--) { // the nearest first: the others cost more
      Cue cue = cues.get(i);
      if (cue.kind() != kind || cue.start() >= date.core()) continue;
      int end = Math.min(cue.end(), date.start());
      best = Math.min(best, cost(end, date.start(), best));
    }
    return best;
  }

  /** Distance from the nearest cue of {@code kind} after the date. */
  int after(DateExpression date, CueKind kind) {
    if (!sentence.has(kind)) return FAR;
    int best = FAR;
    for (Cue cue : sentence.cues()) {
      if (cue.kind() != kind || cue.start() < date.end()) continue;
      best = Math.min(best, cost(date.end(), cue.start(), best));
    }
    return best;
  }

  /** The weight of the words from one token to another. */
  int cost(int from, int to) {
    return cost(from, to, FAR);
  }

  /** As much of the weight as it takes to reach {@code enough}. */
  private int cost(int from, int to, int enough) {
    Tokens tokens = sentence.tokens();
    int cost = 0;
    for (int at = from; at < to && cost < enough; at++) {
      at = pastApposition(at, to);
      if (sentence.isBreak(at)) cost += BREAK;
      else cost += isEnumeration(at) ? 1 : cost(tokens.word(at));
    }
    return cost;
  }

  /**
   * "Will put the X, its next model, on sale in May", "deliveries, it says, start in May": what
   * stands between the commas is free.
   */
  private int pastApposition(int at, int to) {
    Tokens tokens = sentence.tokens();
    if (!tokens.word(at).equals(",")) return at;
    boolean opens = tokens.isOneOf(at + 1, "a", "an", "the", "its", "their");
    opens &= !DateVocabulary.isDateWord(tokens.word(at + 2));
    opens |= sentence.tells(at + 2, 0) && tokens.word(at + 3).equals(",");
    for (int end = at + 2; opens && end < Math.min(to, at + APPOSITION); end++) {
      if (tokens.word(end).equals(",")) return end + 1;
    }
    return at;
  }

  /** The marks and the "and" of "England, Scotland and Wales". */
  private boolean isEnumeration(int at) {
    Tokens tokens = sentence.tokens();
    boolean joins = tokens.word(at).equals(",") || tokens.word(at).equals("and");
    return joins
        && !sentence.inTitle()
        && tokens.isCapitalised(at - 1)
        && tokens.isCapitalised(at + 1);
  }

  private static int cost(String word) {
    return switch (word) {
      case "," -> COMMA;
      case "and",
          "but",
          "while",
          "whereas",
          "although",
          "though",
          "because",
          "after",
          "since",
          "which",
          "who",
          "where",
          "when" ->
          CONJUNCTION;
      default -> 1;
    };
  }
}
