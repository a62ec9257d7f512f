package slipstream.analysis.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All phrases of a watchlist as one trie over tokens, found in one pass whatever their number. A
 * phrase is added under a label; several spellings may share one. A token is known by its 64-bit
 * hash alone: among a million tokens two share one with a chance of 1 in 30 million.
 */
final class PhraseTrie {
  private static final int ROOT = 0;
  private static final int NONE = HashTable.NONE;
  private static final int TIGHT = 0;
  private static final int LOOSE = 1;
  private static final int BROKEN = 2;

  /** Bits of a token's hash that {@link #mayOpen} looks at. */
  private static final int FILTER = (1 << 18) - 1;

  /** Rejects most tokens that open no phrase; small enough to stay in the processor's cache. */
  private final long[] mayOpen = new long[(FILTER + 1) / Long.SIZE];

  private final HashTable openings = new HashTable();
  private final HashTable edges = new HashTable();

  /** Nodes that an edge leaves. */
  private final BitSet inner = new BitSet();

  /** First entry of the list of labels of a node; an entry is a label and the next entry. */
  private int[] labelsOf = HashTable.grown(new int[0], 64);

  private int[] entryLabel = new int[64];
  private int[] entryNext = new int[64];
  private int nodes = 1;
  private int entries;

  /** Adds a spelling; a text without a single token adds nothing. */
  void add(String phrase, int label) {
    var tokens = new Tokens(phrase);
    int node = ROOT;
    while (tokens.advance()) {
      long key = node == ROOT ? tokens.hash : edge(node, tokens.hash, gap(tokens.join));
      node = node == ROOT ? opening(key) : childOrNew(node, key);
    }
    if (node != ROOT) addLabel(node, label);
  }

  private int opening(long token) {
    mayOpen[filterWord(token)] |= 1L << token;
    int node = openings.get(token);
    if (node != NONE) return node;
    openings.put(token, newNode());
    return nodes - 1;
  }

  private int childOrNew(int node, long key) {
    int child = edges.get(key);
    if (child != NONE) return child;
    inner.set(node);
    edges.put(key, newNode());
    return nodes - 1;
  }

  private int newNode() {
    if (nodes == labelsOf.length) labelsOf = HashTable.grown(labelsOf, 2 * nodes);
    return nodes++;
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

  private static int filterWord(long token) {
    return (int) (token >>> 6) & FILTER / Long.SIZE;
  }

  private static long edge(int node, long token, int gap) {
    return Tokens.mix(token + 0x9e3779b97f4a7c15L * (3L * node + gap));
  }

  /** What a phrase has between two tokens: nothing, a space or hyphen, other punctuation. */
  private static int gap(int join) {
    return join == Tokens.BROKEN ? BROKEN : join == Tokens.TIGHT ? TIGHT : LOOSE;
  }

  /** Every phrase of the text, in the order of their ends. */
  List<Occurrence> scan(String text) {
    return new Scan(new Tokens(text)).run();
  }

  /** One pass: the paths through the trie that the tokens so far leave open. */
  private final class Scan {
    private final Tokens tokens;
    private final List<Occurrence> found = new ArrayList<>();

    /** Open paths: node, start and first word of each. */
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
        long token = tokens.hash;
        if (size > 0) goOn(token);
        if ((mayOpen[filterWord(token)] & 1L << token) != 0) begin(token);
        if (size > 0 || kept > 0) turn();
      }
      return found;
    }

    private void goOn(long token) {
      for (int i = 0; i < size; i += 3) {
        // A space in the phrase may be a hyphen or nothing in the text, but not the reverse; the
        // punctuation of a name ("Model (3)") may stand in the text, and only there.
        follow(edges.get(edge(open[i], token, BROKEN)), open[i + 1], open[i + 2]);
        if (tokens.join == Tokens.BROKEN) continue;
        follow(edges.get(edge(open[i], token, LOOSE)), open[i + 1], open[i + 2]);
        if (tokens.join == Tokens.SPACED) continue;
        follow(edges.get(edge(open[i], token, TIGHT)), open[i + 1], open[i + 2]);
      }
    }

    private void begin(long token) {
      int node = openings.get(token);
      if (node != NONE && tokens.opensWord()) follow(node, tokens.start, word);
    }

    private void follow(int node, int start, int firstWord) {
      if (node == NONE) return;
      if (inner.get(node)) keep(node, start, firstWord);
      int entry = labelsOf[node];
      if (entry == NONE || !tokens.closesWord()) return;
      for (; entry != NONE; entry = entryNext[entry]) {
        found.add(new Occurrence(entryLabel[entry], start, tokens.end, firstWord, word));
      }
    }

    private void keep(int node, int start, int firstWord) {
      if (kept == still.length) {
        still = Arrays.copyOf(still, 2 * kept);
        open = Arrays.copyOf(open, 2 * kept);
      }
      still[kept++] = node;
      still[kept++] = start;
      still[kept++] = firstWord;
    }

    /** What is kept is what is open at the next token. */
    private void turn() {
      int[] closed = open;
      open = still;
      still = closed;
      size = kept;
      kept = 0;
    }
  }
}
