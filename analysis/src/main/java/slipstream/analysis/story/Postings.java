package slipstream.analysis.story;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * An inverted index from hashes to numbers, about 20 bytes a posting: 30 days of stories need
 * millions of them, for which a map of lists would be too large.
 */
final class Postings {
  private static final int NONE = -1;

  private int[] heads = empty(1 << 10);
  private int[] hashes = new int[1 << 10];
  private int[] numbers = new int[1 << 10];
  private int[] nexts = new int[1 << 10];
  private int used;
  private int free = NONE;
  private int size;

  int size() {
    return size;
  }

  void add(int hash, int number) {
    if (size == heads.length) grow();
    int slot = slot();
    int bucket = bucket(hash);
    hashes[slot] = hash;
    numbers[slot] = number;
    nexts[slot] = heads[bucket];
    heads[bucket] = slot;
    size++;
  }

  void remove(int hash, int number) {
    int bucket = bucket(hash);
    int before = NONE;
    for (int slot = heads[bucket]; slot != NONE; slot = nexts[slot]) {
      if (hashes[slot] == hash && numbers[slot] == number) {
        unlink(bucket, before, slot);
        return;
      }
      before = slot;
    }
  }

  void forEach(int hash, IntConsumer action) {
    for (int slot = heads[bucket(hash)]; slot != NONE; slot = nexts[slot]) {
      if (hashes[slot] == hash) action.accept(numbers[slot]);
    }
  }

  private void unlink(int bucket, int before, int slot) {
    if (before == NONE) heads[bucket] = nexts[slot];
    else nexts[before] = nexts[slot];
    nexts[slot] = free;
    free = slot;
    size--;
  }

  private int slot() {
    if (free == NONE) return used++;
    int slot = free;
    free = nexts[slot];
    return slot;
  }

  /** Called when every slot is in use: none is free then. */
  private void grow() {
    int length = heads.length * 2;
    hashes = Arrays.copyOf(hashes, length);
    numbers = Arrays.copyOf(numbers, length);
    nexts = Arrays.copyOf(nexts, length);
    heads = empty(length);
    for (int slot = 0; slot < used; slot++) {
      int bucket = bucket(hashes[slot]);
      nexts[slot] = heads[bucket];
      heads[bucket] = slot;
    }
  }

  /** The hashes indexed are small numbers, so their low bits choose the bucket. */
  private int bucket(int hash) {
    return hash & (heads.length - 1);
  }

  private static int[] empty(int length) {
    int[] heads = new int[length];
    Arrays.fill(heads, NONE);
    return heads;
  }
}
