package slipstream.analysis.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All phrases of a watchlist as one trie over tokens, found in one pass whatever their number. A
 * phrase is added under a label; several spellings may share one. A token is known by its 64-bit
 * hash alone: among a million tokens two share one with a chance of 1 in 30 million.
 */
final class PhraseTrie {
  private static final int NONE = Nodes.NONE;
  private static final int TIGHT = 0;
  private static final int LOOSE = 1;
  private static final int BROKEN = 2;

  /** Bits of a token's hash that {@link #mayOpen} looks at. */
  private static final int FILTER = (1 << 18) - 1;

  /** Rejects most tokens that open no phrase; small enough to stay in the processor's cache. */
  private final long[] mayOpen = new long[(FILTER + 1) / Long.SIZE];

  private final Nodes nodes = new Nodes();

  /** Lists of labels: of each entry the label and the next entry; entry 0 is none. */
  private int[] lists = new int[128];

  private int entries = 1;

  /** Adds a spelling; a text without a single token adds nothing. */
  void add(String phrase, int label) {
    var tokens = new Tokens(phrase);
    int node = NONE;
    while (tokens.advance()) {
      node = node == NONE ? opening(tokens.hash) : child(node, tokens.hash, gap(tokens.join));
    }
    if (node != NONE) addLabel(node, label);
  }

  private int opening(long token) {
    mayOpen[filterWord(token)] |= 1L << token;
    return nodes.getOrAdd(token);
  }

  private int child(int node, long token, int gap) {
    nodes.addGap(node, gap);
    return nodes.getOrAdd(edge(node, token, gap));
  }

  private void addLabel(int node, int label) {
    int first = nodes.labels(node);
    for (int e = first; e != 0; e = lists[2 * e + 1]) if (lists[2 * e] == label) return;
    if (2 * entries == lists.length) lists = Arrays.copyOf(lists, 2 * lists.length);
    lists[2 * entries] = label;
    lists[2 * entries + 1] = first;
    nodes.setLabels(node, entries++);
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
      // A space in the phrase may be a hyphen or nothing in the text, but not the reverse; the
      // punctuation of a name ("Model (3)") may stand in the text, and only there.
      int narrowest =
          tokens.join == Tokens.BROKEN ? BROKEN : tokens.join == Tokens.SPACED ? LOOSE : TIGHT;
      for (int i = 0; i < size; i += 3) {
        int gaps = nodes.gaps(open[i]);
        for (int gap = BROKEN; gap >= narrowest; gap--) {
          if ((gaps >>> gap & 1) == 0) continue;
          follow(nodes.get(edge(open[i], token, gap)), open[i + 1], open[i + 2]);
        }
      }
    }

    private void begin(long token) {
      int node = nodes.get(token);
      if (node != NONE && tokens.opensWord()) follow(node, tokens.start, word);
    }

    private void follow(int node, int start, int firstWord) {
      if (node == NONE) return;
      if (nodes.gaps(node) != 0) keep(node, start, firstWord);
      int entry = nodes.labels(node);
      if (entry == 0 || !tokens.closesWord()) return;
      for (; entry != 0; entry = lists[2 * entry + 1]) {
        found.add(new Occurrence(lists[2 * entry], start, tokens.end, firstWord, word));
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
