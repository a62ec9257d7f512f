package slipstream.analysis.sentiment;

/** Sums of lexicon valence over parts of a sentence, each squeezed into [-1, 1]. */
final class ValenceSums {
  /** VADER's constant: a sum of 4 becomes 0.72. */
  private static final float SQUEEZE = 15;

  private final Words words;
  private float all;
  private float positive;
  private float negative;
  private float first;
  private float last;
  private float afterTurn;
  private float weighed;
  private float inClause;
  private float before;
  private float after;
  private float lastBefore;
  private float firstAfter;
  private float close;

  ValenceSums(Words words) {
    this.words = words;
    for (int i = 0; i < words.size; i++) {
      float value = words.valence[i];
      if (value == 0) continue;
      add(i, value);
      if (words.target >= 0) addByTarget(i, value);
    }
  }

  private void add(int i, float value) {
    all += value;
    if (value > 0) positive += value;
    else negative -= value;
    if (first == 0) first = value;
    last = value;
    if (words.turn >= 0 && i > words.turn) afterTurn += value;
  }

  private void addByTarget(int i, float value) {
    int away = Math.abs(i - words.target);
    weighed += (float) (2 * value * Math.exp(-away / 5.0));
    if (words.clause[i] == words.clause[words.target]) inClause += value;
    if (away <= 4) close += value;
    if (i < words.target) {
      before += value;
      lastBefore = value;
    } else {
      after += value;
      if (firstAfter == 0) firstAfter = value;
    }
  }

  float[] values() {
    float[] sums =
        words.target >= 0
            ? new float[] {
              all,
              positive,
              negative,
              weighed,
              inClause,
              before,
              after,
              close,
              first,
              last,
              firstAfter,
              lastBefore,
              afterTurn
            }
            : new float[] {all, positive, negative, first, last, afterTurn};
    for (int i = 0; i < sums.length; i++) sums[i] = squeezed(sums[i]);
    return sums;
  }

  private static float squeezed(float sum) {
    return (float) (sum / Math.sqrt(sum * sum + SQUEEZE));
  }
}
