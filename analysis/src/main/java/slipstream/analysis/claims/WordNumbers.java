package slipstream.analysis.claims;

import java.util.Collection;

/**
 * The words of a lexicon, numbered from 1 on. For those who compare a text's words with many of
 * theirs: each is looked up once, in one flat table, and numbers are compared.
 */
final class WordNumbers {
  /** The number of any other word. */
  static final int UNKNOWN = 0;

  private final String[] words;

  /** The hash of a word above, its number below; 0 where none stands. A power of two of them. */
  private final long[] slots;

  WordNumbers(Collection<String> distinct) {
    words = new String[distinct.size() + 1];
    slots = new long[4 * Integer.highestOneBit(words.length)];
    int number = 0;
    for (String word : distinct) {
      words[++number] = word;
      slots[free(word)] = (long) word.hashCode() << Integer.SIZE | number;
    }
  }

  private int free(String word) {
    int slot = first(word.hashCode());
    while (slots[slot] != 0) slot = next(slot);
    return slot;
  }

  int of(String word) {
    int hash = word.hashCode();
    for (int slot = first(hash); slots[slot] != 0; slot = next(slot)) {
      int number = (int) slots[slot];
      boolean alike = (int) (slots[slot] >>> Integer.SIZE) == hash;
      if (alike && words[number].equals(word)) return number;
    }
    return UNKNOWN;
  }

  int[] of(Collection<String> some) {
    return some.stream().mapToInt(this::of).toArray();
  }

  /** How many numbers there are, {@link #UNKNOWN} among them. */
  int size() {
    return words.length;
  }

  /**
   * The low bits of a string's hash are those of its last letters: the golden ratio spreads them.
   */
  private int first(int hash) {
    return (hash * 0x9e3779b9) >>> 7 & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
