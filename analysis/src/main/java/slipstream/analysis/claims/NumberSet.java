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

  /** A bit for each number, of 64 that they share: few sets need a look at the slots. */
  private final long bits;

  NumberSet(int... numbers) {
    slots = new int[4 * Integer.highestOneBit(Math.max(1, numbers.length) * 2 - 1)];
    Arrays.fill(slots, EMPTY);
    long shared = 0;
    for (int number : numbers) {
      shared |= 1L << number;
      int slot = place(number);
      while (slots[slot] != EMPTY && slots[slot] != number) slot = next(slot);
      slots[slot] = number;
    }
    bits = shared;
  }

  boolean contains(int number) {
    if ((bits >>> number & 1) == 0) return false;
    int slot = place(number);
    while (slots[slot] != number) {
      if (slots[slot] == EMPTY) return false;
      slot = next(slot);
    }
    return true;
  }

  /** Words of one line have numbers in a row: the golden ratio spreads them. */
  private int place(int number) {
    return (number * 0x9e3779b9) >>> 8 & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
