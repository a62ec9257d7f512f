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

  /** Letters and digits of ASCII in lower case; 0 for what is none. */
  private static final byte[] PLAIN = new byte[128];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      if (Character.isLetterOrDigit(c)) PLAIN[c] = (byte) Character.toLowerCase(c);
    }
  }

  private long[] hashes = new long[256];
  private int count;
  private long open = SEED;

  private Words() {}

  static long[] of(String text) {
    var words = new Words();
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; ) {
      int end = words.readLetters(units, i);
      i = end > i ? end : words.readOther(units, i);
    }
    words.close();
    return Arrays.copyOf(words.hashes, words.count);
  }

  /** Reads letters and digits of ASCII, which most of most texts are; gives where they end. */
  private int readLetters(char[] units, int from) {
    long hash = open;
    int i = from;
    for (byte letter;
        i < units.length && units[i] < PLAIN.length && (letter = PLAIN[units[i]]) != 0;
        i++) {
      hash = (hash ^ letter) * PRIME;
    }
    open = hash;
    return i;
  }

  /** Reads any other character; gives where the next one begins. */
  private int readOther(char[] units, int from) {
    if (units[from] < PLAIN.length) {
      close();
      if (units[from] == '\n') add(BREAK);
      return from + 1;
    }
    int c = Character.codePointAt(units, from);
    boolean alone = Character.isIdeographic(c);
    if (alone || Character.isLetterOrDigit(c)) {
      if (alone) close();
      extend(Character.toLowerCase(c));
      if (alone) close();
    } else {
      close();
    }
    return from + Character.charCount(c);
  }

  private void extend(int c) {
    open = (open ^ c) * PRIME;
  }

  private void close() {
    if (open == SEED) return;
    add(open);
    open = SEED;
  }

  private void add(long hash) {
    if (count == hashes.length) hashes = Arrays.copyOf(hashes, count * 2);
    hashes[count++] = hash;
  }
}
