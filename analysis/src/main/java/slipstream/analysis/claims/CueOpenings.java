package slipstream.analysis.claims;

import java.util.Arrays;
import java.util.List;

/** Which phrases of a lexicon may begin with the words that stand at a place. */
final class CueOpenings {
  private static final int[] NONE = {};
  private static final int CLOSED = -1;

  /** By the number of a word, those of that word alone, but for what may be left out. */
  private final int[][] alone;

  /**
   * By the number of a word, the widest gap behind it; {@link #CLOSED} where no phrase begins with
   * it.
   */
  private final int[] gaps;

  /** Where the second word stands right behind the first. */
  private final CuePairs next;

  /** Where a gap stands between. */
  private final CuePairs later;

  CueOpenings(List<CuePattern> patterns, WordNumbers numbers) {
    alone = new int[numbers.size()][];
    Arrays.fill(alone, NONE);
    gaps = new int[numbers.size()];
    Arrays.fill(gaps, CLOSED);
    var next = new CuePairs.Builder(numbers);
    var later = new CuePairs.Builder(numbers);
    for (int phrase = 0; phrase < patterns.size(); phrase++) {
      CuePattern pattern = patterns.get(phrase);
      CuePattern.Second second = pattern.second();
      for (int first : numbers.of(pattern.firstWords())) {
        gaps[first] = Math.max(gaps[first], second.gap());
        if (second.words().isEmpty()) alone[first] = with(alone[first], phrase);
      }
      (second.gap() == 0 ? next : later).add(pattern, phrase);
    }
    this.next = next.build();
    this.later = later.build();
  }

  private static int[] with(int[] some, int one) {
    int[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = one;
    return all;
  }

  /** Compares the phrases that may stand at a place with what stands there. */
  void compare(NumberedWords words, int at, LongestCues longest) {
    int first = words.number(at);
    int gap = gaps[first];
    if (gap == CLOSED) return;
    for (int phrase : alone[first]) longest.compare(phrase, at);
    for (int phrase : next.of(first, words.number(at + 1))) longest.compare(phrase, at);
    int second = at + 1;
    for (int skipped = 0; gap > 0 && skipped <= gap; skipped++) {
      for (int phrase : later.of(first, words.number(second))) longest.compare(phrase, at);
      if (words.endsClause(second)) return;
      second = words.behind(second);
    }
  }
}
