package slipstream.analysis.match;

import java.util.Arrays;

/**
 * Maps 64-bit keys that are hashes already to small numbers; keys and numbers stand side by side,
 * so that a look-up costs one access to memory.
 */
final class HashTable {
  static final int NONE = -1;

  private static final long FREE = 0;

  private long[] pairs = new long[64];
  private int size;

  int get(long key) {
    int mask = pairs.length - 2;
    for (int at = (int) key << 1 & mask; pairs[at] != FREE; at = (at + 2) & mask) {
      if (pairs[at] == key) return (int) pairs[at + 1];
    }
    return NONE;
  }

  /** Adds a key that is not there. */
  void put(long key, int number) {
    if (4 * ++size > pairs.length) {
      long[] old = pairs;
      pairs = new long[2 * old.length];
      for (int at = 0; at < old.length; at += 2) {
        if (old[at] != FREE) place(old[at], old[at + 1]);
      }
    }
    place(key, number);
  }

  private void place(long key, long number) {
    int mask = pairs.length - 2;
    int at = (int) key << 1 & mask;
    while (pairs[at] != FREE) at = (at + 2) & mask;
    pairs[at] = key;
    pairs[at + 1] = number;
  }

  /** An array with more room, the new places {@link #NONE}. */
  static int[] grown(int[] values, int capacity) {
    int[] more = Arrays.copyOf(values, capacity);
    Arrays.fill(more, values.length, capacity, NONE);
    return more;
  }
}
