package slipstream.analysis.cues;

import java.util.Arrays;
import java.util.List;

/** Which phrases of a lexicon may stand around the words of a place. */
final class CueAnchors {
  private static final int[] NONE = {};
  private static final int CLOSED = -1;

  /** By the number of a word, the widest gap behind it; {@link #CLOSED} where no anchor begins. */
  private final int[] gaps;

  /** By the number of a word, the phrases of that word alone. */
  private final int[][] alone;

  /** Where the second word stands right behind the first. */
  private final CuePairs next;

  /** Where a gap may stand between. */
  private final CuePairs later;

  /** By phrase, how many of its words stand before its anchor. */
  private final int[] least;

  /** The same, when nothing is left out and all gaps are filled. */
  private final int[] most;

  CueAnchors(List<CuePattern> patterns, WordNumbers numbers) {
    gaps = new int[numbers.size()];
    Arrays.fill(gaps, CLOSED);
    alone = new int[numbers.size()][];
    Arrays.fill(alone, NONE);
    least = new int[patterns.size()];
    most = new int[patterns.size()];
    var nextPairs = new CuePairs.Builder(numbers);
    var laterPairs = new CuePairs.Builder(numbers);
    for (int phrase = 0; phrase < patterns.size(); phrase++) {
      CueAnchor anchor = CueAnchor.of(patterns.get(phrase));
      (anchor.gap() == 0 ? nextPairs : laterPairs).add(anchor, phrase);
      open(numbers.of(anchor.words()), anchor, phrase);
    }
    next = nextPairs.build();
    later = laterPairs.build();
  }

  private void open(int[] firsts, CueAnchor anchor, int phrase) {
    least[phrase] = anchor.least();
    most[phrase] = anchor.most();
    for (int first : firsts) {
      gaps[first] = Math.max(gaps[first], anchor.gap());
      if (anchor.next().isEmpty()) alone[first] = with(alone[first], phrase);
    }
  }

  private static int[] with(int[] some, int one) {
    int[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = one;
    return all;
  }

  /** Compares the phrases whose anchor begins at a place. */
  void compare(NumberedWords words, int at, LongestCues longest) {
    int first = words.number(at);
    int gap = gaps[first];
    if (gap == CLOSED) return;
    compare(alone[first], words, at, longest);
    compare(next.of(first, words.number(at + 1)), words, at, longest);
    int second = at + 1;
    for (int skipped = 0; gap > 0 && skipped <= gap; skipped++) {
      compare(later.of(first, words.number(second)), words, at, longest);
      if (words.endsClause(second)) return;
      second = words.behind(second);
    }
  }

  private void compare(int[] phrases, NumberedWords words, int at, LongestCues longest) {
    for (int phrase : phrases) {
      boolean fixed = most[phrase] == least[phrase];
      int first = fixed ? at - least[phrase] : words.before(at, most[phrase]);
      first = Math.max(first, words.from());
      for (int start = first; start <= at - least[phrase]; start++) {
        longest.compare(phrase, start);
      }
    }
  }
}
