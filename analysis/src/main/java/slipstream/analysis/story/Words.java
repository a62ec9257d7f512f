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

  private long[] hashes = new long[256];
  private int count;
  private long open = SEED;

  private Words() {}

  static long[] of(String text) {
    var words = new Words();
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; ) {
      int c = Character.codePointAt(units, i);
      words.read(c);
      i += Character.charCount(c);
    }
    words.close();
    return Arrays.copyOf(words.hashes, words.count);
  }

  private void read(int c) {
    if (c < 128) readPlain(c);
    else readOther(c);
  }

  private void readPlain(int c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      extend(c);
    } else if (c >= 'A' && c <= 'Z') {
      extend(c + 32);
    } else {
      close();
      if (c == '\n') add(BREAK);
    }
  }

  private void readOther(int c) {
    if (Character.isIdeographic(c)) {
      close();
      extend(c);
      close();
    } else if (Character.isLetterOrDigit(c)) {
      extend(Character.toLowerCase(c));
    } else {
      close();
    }
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
