package slipstream.analysis.cues;

/**
 * Numbers by a key of 64 bits, for those who look up every word of a text: one flat table as small
 * as may be, so that it stays in the cache. Not to be filled by several threads at a time.
 */
public final class NumberTable {
  /** What is given for a key that is not in it. */
  public static final int NONE = 0;

  /** Spreads keys that differ little: the golden ratio. */
  public static final long SPREAD = 0x9e3779b97f4a7c15L;

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** How many bits of a slot are the number; the others are those of the key. */
  private static final int NUMBER = 16;

  private static final int LARGEST = (1 << NUMBER) - 1;

  /** A key with its number, each at its place or behind it; 0 where none stands. */
  private final long[] slots;

  /**
   * @param most how many keys there will be: at most two of three slots are taken
   */
  public NumberTable(int most) {
    slots = new long[2 * Integer.highestOneBit(most + most / 2 + 1)];
  }

  /**
   * The key of a word, by FNV-1a over its characters. That a word of a text has that of another
   * among ten thousand, as far as a slot holds it, is unlikelier than a misprint.
   */
  public static long key(String word) {
    long key = SEED;
    for (int i = 0; i < word.length(); i++) key = (key ^ word.charAt(i)) * PRIME;
    return key;
  }

  /**
   * @param number from 1 to 65,535
   * @param name of what has the key, for the error
   * @throws IllegalArgumentException when the number is another, or the key cannot be told from
   *     that of a number put before
   */
  public void put(long key, int number, Object name) {
    if (number < 1 || number > LARGEST) {
      throw new IllegalArgumentException(number + " is no number from 1 to " + LARGEST);
    }
    long spread = key * SPREAD;
    int slot = slot(spread);
    if (slots[slot] != 0) throw new IllegalArgumentException("hash of '" + name + "' is taken");
    slots[slot] = (spread & ~LARGEST) | number;
  }

  /** {@link #NONE} for a key that was not put. */
  public int get(long key) {
    return (int) slots[slot(key * SPREAD)] & LARGEST;
  }

  /** Where a key stands, or would. */
  private int slot(long spread) {
    int slot = (int) (spread >>> Integer.SIZE) & (slots.length - 1);
    while (slots[slot] != 0 && (slots[slot] ^ spread) >>> NUMBER != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
