package slipstream.analysis.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All phrases of a watchlist as one trie over tokens, found in one pass whatever their number. A
 * phrase is added under a label; several spellings may share one.
 */
final class PhraseTrie {
  private static final int ROOT = 0;
  private static final int NONE = -1;

  private final Vocabulary vocabulary = new Vocabulary();

  /** The child of the root by token: every known token of a text asks for it. */
  private int[] first = filled(64);

  private long[] keys = emptyKeys(128);
  private int[] targets = new int[128];
  private int edges;

  /** First entry of the list of labels of a node; an entry is a label and the next entry. */
  private int[] labelsOf = filled(64);

  private int[] entryLabel = new int[64];
  private int[] entryNext = new int[64];
  private int nodes = 1;
  private int entries;

  /** Adds a spelling; a text without a single token adds nothing. */
  void add(String phrase, int label) {
    var tokens = new Tokens(phrase);
    int node = ROOT;
    while (tokens.advance()) {
      int token = vocabulary.findOrAdd(tokens);
      if (node == ROOT) node = firstOrNew(token);
      else node = childOrNew(key(node, token, tokens.join != Tokens.TIGHT));
    }
    if (node != ROOT) addLabel(node, label);
  }

  private void addLabel(int node, int label) {
    for (int e = labelsOf[node]; e != NONE; e = entryNext[e]) if (entryLabel[e] == label) return;
    if (entries == entryLabel.length) {
      entryLabel = Arrays.copyOf(entryLabel, 2 * entries);
      entryNext = Arrays.copyOf(entryNext, 2 * entries);
    }
    entryLabel[entries] = label;
    entryNext[entries] = labelsOf[node];
    labelsOf[node] = entries++;
  }

  /** Every phrase of the text, in the order of their ends. */
  List<Occurrence> scan(String text) {
    return new Scan(new Tokens(text)).run();
  }

  /** One pass: the paths through the trie that the tokens so far leave open. */
  private final class Scan {
    private final Tokens tokens;
    private final List<Occurrence> found = new ArrayList<>();
    private int[] open = new int[3 * 16];
    private int[] still = new int[3 * 16];
    private int size;
    private int kept;
    private int word;

    Scan(Tokens tokens) {
      this.tokens = tokens;
    }

    List<Occurrence> run() {
      for (; tokens.advance(); word++) {
        int token = vocabulary.find(tokens);
        if (token == Vocabulary.UNKNOWN) size = 0;
        else step(token);
      }
      return found;
    }

    private void step(int token) {
      kept = 0;
      int join = tokens.join;
      if (join != Tokens.BROKEN) {
        for (int i = 0; i < size; i += 3) {
          // A space in the phrase may be a hyphen or nothing in the text, but not the reverse.
          follow(child(key(open[i], token, true)), open[i + 1], open[i + 2]);
          if (join == Tokens.SPACED) continue;
          follow(child(key(open[i], token, false)), open[i + 1], open[i + 2]);
        }
      }
      int node = token < first.length ? first[token] : NONE;
      if (node != NONE && tokens.opensWord()) follow(node, tokens.start, word);
      int[] swap = open;
      open = still;
      still = swap;
      size = kept;
    }

    private void follow(int node, int start, int firstWord) {
      if (node == NONE) return;
      if (kept == still.length) {
        still = Arrays.copyOf(still, 2 * kept);
        open = Arrays.copyOf(open, 2 * kept);
      }
      still[kept++] = node;
      still[kept++] = start;
      still[kept++] = firstWord;
      int entry = labelsOf[node];
      if (entry == NONE || !tokens.closesWord()) return;
      for (; entry != NONE; entry = entryNext[entry]) {
        found.add(new Occurrence(entryLabel[entry], start, tokens.end, firstWord, word));
      }
    }
  }

  private static long key(int node, int token, boolean loose) {
    return ((long) node << 32) | ((long) token << 1) | (loose ? 1 : 0);
  }

  private int child(long key) {
    int mask = keys.length - 1;
    for (int slot = slot(key) & mask; keys[slot] >= 0; slot = (slot + 1) & mask) {
      if (keys[slot] == key) return targets[slot];
    }
    return NONE;
  }

  private int firstOrNew(int token) {
    if (token >= first.length) first = grown(first, Math.max(token + 1, 2 * first.length));
    if (first[token] == NONE) first[token] = newNode();
    return first[token];
  }

  private int childOrNew(long key) {
    int child = child(key);
    if (child != NONE) return child;
    if (2 * ++edges > keys.length) grow();
    int node = newNode();
    place(key, node);
    return node;
  }

  private int newNode() {
    if (nodes == labelsOf.length) {
      labelsOf = grown(labelsOf, 2 * nodes);
    }
    return nodes++;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = emptyKeys(2 * oldKeys.length);
    targets = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) place(oldKeys[i], oldTargets[i]);
    }
  }

  private void place(long key, int target) {
    int mask = keys.length - 1;
    int slot = slot(key) & mask;
    while (keys[slot] >= 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    targets[slot] = target;
  }

  private static int slot(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32);
  }

  private static long[] emptyKeys(int capacity) {
    long[] keys = new long[capacity];
    Arrays.fill(keys, NONE);
    return keys;
  }

  private static int[] grown(int[] values, int capacity) {
    int[] more = Arrays.copyOf(values, capacity);
    Arrays.fill(more, values.length, capacity, NONE);
    return more;
  }

  private static int[] filled(int capacity) {
    int[] values = new int[capacity];
    Arrays.fill(values, NONE);
    return values;
  }
}
