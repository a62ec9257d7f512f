package slipstream.analysis.claims;

/**
 * Numbers by a key of 64 bits, for those who look up every word of a text: one flat table, so that
 * a look costs one line of the cache. Not to be filled by several threads at a time.
 */
final class NumberTable {
  /** What is given for a key that is not in it. */
  static final int NONE = 0;

  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** A key and its number in turn, each pair at its place or behind it; 0 where none stands. */
  private final long[] slots;

  private final int mask;

  /**
   * @param most how many keys there will be: at most half of the slots are taken
   */
  NumberTable(int most) {
    slots = new long[8 * Integer.highestOneBit(Math.max(1, most))];
    mask = slots.length / 2 - 1;
  }

  /**
   * The key of a word, by FNV-1a over its characters. That a word of a text has that of another
   * among ten thousand is unlikelier than a misprint.
   */
  static long key(String word) {
    long key = SEED;
    for (int i = 0; i < word.length(); i++) key = (key ^ word.charAt(i)) * PRIME;
    return key;
  }

  /**
   * @param key not 0
   */
  void put(long key, int number) {
    int slot = slot(key);
    slots[2 * slot] = key;
    slots[2 * slot + 1] = number;
  }

  int get(long key) {
    return (int) slots[2 * slot(key) + 1];
  }

  /** Where a key stands, or would. */
  private int slot(long key) {
    int slot = (int) ((key * GOLDEN_RATIO) >>> Integer.SIZE) & mask;
    while (slots[2 * slot] != 0 && slots[2 * slot] != key) slot = (slot + 1) & mask;
    return slot;
  }
}
