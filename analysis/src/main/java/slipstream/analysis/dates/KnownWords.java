package slipstream.analysis.dates;

import org.jspecify.annotations.Nullable;

/**
 * Words met before: most of a text's are, and need not be made again, nor their hash. Each place of
 * a fixed table keeps the latest word that fell on it. Threads share it unguarded: what stands in
 * it never changes, and a word that is missed is only made anew.
 */
final class KnownWords {
  /** Seven bits a letter: so many fit in a number, which then tells the word from any other. */
  static final int LONGEST = 9;

  private static final int BITS = 12;

  /** Spreads the letters over the high bits: the golden ratio. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private record Known(long letters, String word) {}

  private static final @Nullable Known[] KNOWN = new Known[1 << BITS];

  private KnownWords() {}

  /** The word of {@code letters} in ASCII, the last one in the lowest seven bits. */
  static String word(long letters) {
    int place = (int) ((letters * SPREAD) >>> (Long.SIZE - BITS));
    Known known = KNOWN[place];
    if (known == null || known.letters != letters) {
      known = new Known(letters, make(letters));
      KNOWN[place] = known;
    }
    return known.word;
  }

  private static String make(long letters) {
    var word = new StringBuilder(LONGEST);
    for (long rest = letters; rest != 0; rest >>>= 7) word.append((char) (rest & 127));
    return word.reverse().toString();
  }
}
