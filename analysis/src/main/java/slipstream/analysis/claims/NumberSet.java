package slipstream.analysis.claims;

import java.util.Arrays;

/**
 * A set of the numbers of words, for those who ask of every word of a text: most are not in it, and
 * one look tells so.
 */
final class NumberSet {
  /** No number is below 0. */
  private static final int EMPTY = -1;

  /** The numbers, each at its place or behind it; a power of two of slots, three of four empty. */
  private final int[] slots;

  NumberSet(int... numbers) {
    slots = new int[4 * Integer.highestOneBit(Math.max(1, numbers.length) * 2 - 1)];
    Arrays.fill(slots, EMPTY);
    for (int number : numbers) {
      int slot = place(number);
      while (slots[slot] != EMPTY && slots[slot] != number) slot = next(slot);
      slots[slot] = number;
    }
  }

  /** Where a number stands, below {@link #places}; negative when it is none of them. */
  int find(int number) {
    int slot = place(number);
    while (slots[slot] != number) {
      if (slots[slot] == EMPTY) return -1;
      slot = next(slot);
    }
    return slot;
  }

  boolean contains(int number) {
    return find(number) >= 0;
  }

  int places() {
    return slots.length;
  }

  /** Words of one line have numbers in a row: the golden ratio spreads them. */
  private int place(int number) {
    return (number * 0x9e3779b9) >>> 8 & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
