package slipstream.analysis.match;

import java.util.Arrays;

/** Numbers the distinct tokens of all phrases; a hash table without objects. */
final class Vocabulary {
  /** The number of a token that stands in no phrase. */
  static final int UNKNOWN = -1;

  private int[] slots = emptySlots(64);
  private int[] hashes = new int[32];
  private int[] ends = new int[32];
  private char[] characters = new char[128];
  private int size;

  /** The number of the current token of {@code tokens}, or {@link #UNKNOWN}. */
  int find(Tokens tokens) {
    int mask = slots.length - 1;
    int hash = tokens.hash;
    for (int slot = spread(hash) & mask; slots[slot] >= 0; slot = (slot + 1) & mask) {
      int id = slots[slot];
      if (hashes[id] == hash && holds(id, tokens)) return id;
    }
    return UNKNOWN;
  }

  int findOrAdd(Tokens tokens) {
    int id = find(tokens);
    return id == UNKNOWN ? add(tokens) : id;
  }

  private boolean holds(int id, Tokens tokens) {
    int from = id == 0 ? 0 : ends[id - 1];
    return tokens.equalTo(characters, from, ends[id]);
  }

  private int add(Tokens tokens) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    int from = size == 0 ? 0 : ends[size - 1];
    char[] word = tokens.folded();
    int to = from + word.length;
    if (to > characters.length) characters = Arrays.copyOf(characters, 2 * to);
    System.arraycopy(word, 0, characters, from, word.length);
    hashes[size] = tokens.hash;
    ends[size] = to;
    int id = size++;
    if (4 * size > slots.length) grow();
    else place(id);
    return id;
  }

  private void grow() {
    slots = emptySlots(2 * slots.length);
    for (int id = 0; id < size; id++) place(id);
  }

  private void place(int id) {
    int mask = slots.length - 1;
    int slot = spread(hashes[id]) & mask;
    while (slots[slot] >= 0) slot = (slot + 1) & mask;
    slots[slot] = id;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9e3779b9;
    return mixed ^ (mixed >>> 16);
  }

  private static int[] emptySlots(int capacity) {
    int[] slots = new int[capacity];
    Arrays.fill(slots, -1);
    return slots;
  }
}
