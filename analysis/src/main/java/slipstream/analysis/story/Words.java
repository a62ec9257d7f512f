package slipstream.analysis.story;

import java.util.Arrays;

/**
 * The words of a text as 64-bit hashes, in order. A word is a run of letters and digits in lower
 * case; an ideograph is a word of its own, because such scripts set no spaces. The end of a
 * paragraph is {@link #BREAK}.
 */
final class Words {
  /** No word: nothing may reach over it. */
  static final long BREAK = 0;

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** In {@link #LOWER}: an ideograph, or half of a character. */
  private static final char UNUSUAL = 1;

  /** By unit: the letter or digit in lower case; {@link #UNUSUAL}; 0 where a word ends. */
  private static final char[] LOWER = new char[1 << Character.SIZE];

  static {
    for (int c = 0; c < LOWER.length; c++) {
      if (Character.isIdeographic(c) || Character.isSurrogate((char) c)) LOWER[c] = UNUSUAL;
      else if (Character.isLetterOrDigit(c)) LOWER[c] = (char) Character.toLowerCase(c);
    }
  }

  private long[] hashes;
  private int count;

  private Words(int capacity) {
    hashes = new long[capacity];
  }

  static long[] of(String text) {
    char[] units = text.toCharArray();
    var words = new Words(8 + units.length / 4);
    long open = SEED;
    for (int i = 0; i < units.length; i++) {
      char letter = LOWER[units[i]];
      if (letter > UNUSUAL) open = (open ^ letter) * PRIME;
      else open = letter == 0 ? words.end(open, units[i]) : words.readUnusual(open, units, i);
    }
    words.close(open);
    return Arrays.copyOf(words.hashes, words.count);
  }

  private long end(long open, char by) {
    close(open);
    if (by == '\n') add(BREAK);
    return SEED;
  }

  /** Reads a character by its first half; gives the word then open. */
  private long readUnusual(long open, char[] units, int i) {
    boolean secondHalf = i > 0 && Character.isSurrogatePair(units[i - 1], units[i]);
    if (secondHalf) return open;
    int c = Character.codePointAt(units, i);
    boolean alone = Character.isIdeographic(c);
    if (!alone && Character.isLetterOrDigit(c)) return extend(open, c);
    close(open);
    if (alone) add(extend(SEED, c));
    return SEED;
  }

  private static long extend(long word, int c) {
    return (word ^ Character.toLowerCase(c)) * PRIME;
  }

  private void close(long word) {
    if (word != SEED) add(word);
  }

  private void add(long hash) {
    if (count == hashes.length) hashes = Arrays.copyOf(hashes, count * 2);
    hashes[count++] = hash;
  }
}
