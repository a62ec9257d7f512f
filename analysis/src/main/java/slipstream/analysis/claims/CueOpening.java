package slipstream.analysis.claims;

import java.util.List;

/** The phrases of a lexicon that begin with one word. */
final class CueOpening {
  /** Of that word alone, but for what may be left out. */
  private final CuePhrase[] alone;

  /** The widest gap behind it; 0 when there is none. */
  private final int gap;

  CueOpening(List<CuePhrase> phrases) {
    alone = phrases.stream().filter(p -> p.second().words().isEmpty()).toArray(CuePhrase[]::new);
    gap = phrases.stream().mapToInt(phrase -> phrase.second().gap()).max().orElse(0);
  }

  /**
   * Compares the phrases that may stand at a place with what stands there.
   *
   * @param next by the word right behind the first
   * @param later by the word behind the first and a gap
   */
  void compare(NumberedWords words, int at, LongestCues longest, CuePairs next, CuePairs later) {
    int first = words.number(at);
    for (CuePhrase phrase : alone) longest.compare(phrase, at);
    for (CuePhrase phrase : next.of(first, words.number(at + 1))) longest.compare(phrase, at);
    int second = at + 1;
    for (int skipped = 0; gap > 0 && skipped <= gap; skipped++) {
      for (CuePhrase phrase : later.of(first, words.number(second))) longest.compare(phrase, at);
      if (words.endsClause(second)) return;
      second = words.behind(second);
    }
  }
}
