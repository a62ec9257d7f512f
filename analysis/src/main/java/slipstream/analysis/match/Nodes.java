package slipstream.analysis.match;

import java.util.Arrays;

/**
 * The nodes of a trie, found by keys that are hashes already. All that is known of a node stands
 * side by side and the table holds no more than its number, so that finding one costs two accesses
 * to memory; that there is none a filter mostly tells.
 */
final class Nodes {
  /** No node. */
  static final int NONE = 0;

  /** Bits of a node's second long that tell which gaps its edges go over. */
  private static final int GAPS = 3;

  /** Bits of a key that {@link #present} looks at. */
  private static final int FILTER = (1 << 18) - 1;

  /** Rejects most keys that have no node; small enough to stay in the processor's cache. */
  private final long[] present = new long[(FILTER + 1) / Long.SIZE];

  /** Numbers of nodes, by the low bits of their keys. */
  private int[] slots = new int[256];

  /** Of each node its key; then its list of labels, and a bit for each gap. */
  private long[] facts = new long[128];

  private int size = 1;

  int get(long key) {
    if ((present[filterWord(key)] & 1L << key) == 0) return NONE;
    int mask = slots.length - 1;
    int at = (int) key & mask;
    for (int node; (node = slots[at]) != NONE; at = (at + 1) & mask) {
      if (facts[2 * node] == key) return node;
    }
    return NONE;
  }

  int getOrAdd(long key) {
    int node = get(key);
    return node == NONE ? add(key) : node;
  }

  private int add(long key) {
    if (2 * size == facts.length) {
      facts = Arrays.copyOf(facts, 2 * facts.length);
      slots = new int[2 * slots.length];
      for (int node = 1; node < size; node++) place(node, facts[2 * node]);
    }
    present[filterWord(key)] |= 1L << key;
    facts[2 * size] = key;
    place(size, key);
    return size++;
  }

  private void place(int node, long key) {
    int at = (int) key & (slots.length - 1);
    while (slots[at] != NONE) at = (at + 1) & (slots.length - 1);
    slots[at] = node;
  }

  private static int filterWord(long key) {
    return (int) (key >>> 6) & FILTER / Long.SIZE;
  }

  /** The list of labels of a node; 0 = none. */
  int labels(int node) {
    return (int) (facts[2 * node + 1] >>> GAPS);
  }

  void setLabels(int node, int list) {
    facts[2 * node + 1] = (long) list << GAPS | gaps(node);
  }

  /** A bit for each gap over which an edge leaves the node. */
  int gaps(int node) {
    return (int) facts[2 * node + 1] & ((1 << GAPS) - 1);
  }

  void addGap(int node, int gap) {
    facts[2 * node + 1] |= 1L << gap;
  }
}
