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

  private final Nodes nodes = new Nodes();

  /** Lists of labels: of each entry the label and the next entry; entry 0 is none. */
  private int[] lists = new int[128];

  private int entries = 1;

  /** Adds a spelling; a text without a single token adds nothing. */
  void add(String phrase, int label) {
    Tokens tokens = Tokens.of(phrase);
    if (tokens.size() == 0) return;
    int node = nodes.getOrAdd(tokens.hash(0));
    for (int i = 1; i < tokens.size(); i++) {
      node = child(node, tokens.hash(i), gap(tokens.join(i)));
    }
    addLabel(node, label);
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

  private static long edge(int node, long token, int gap) {
    return Tokens.mix(token + 0x9e3779b97f4a7c15L * (3L * node + gap));
  }

  /** What a phrase has between two tokens: nothing, a space or hyphen, other punctuation. */
  private static int gap(byte join) {
    return join == Tokens.BROKEN ? BROKEN : join == Tokens.TIGHT ? TIGHT : LOOSE;
  }

  /**
   * The least of a phrase's gaps that may read so. A space in the phrase may be a hyphen or nothing
   * in the text, but not the reverse; the punctuation of a name ("Model (3)") may stand in the
   * text, and only there.
   */
  private static int narrowest(byte join) {
    return join == Tokens.BROKEN ? BROKEN : join == Tokens.SPACED ? LOOSE : TIGHT;
  }

  /** Every phrase of the text, in the order of their beginnings. */
  List<Occurrence> scan(String text) {
    return new Scan(Tokens.of(text)).run();
  }

  /** One pass: each token that opens phrases is followed through the trie. */
  private final class Scan {
    private final Tokens tokens;
    private final List<Occurrence> found = new ArrayList<>();

    Scan(Tokens tokens) {
      this.tokens = tokens;
    }

    List<Occurrence> run() {
      for (int word = 0; word < tokens.size(); word++) {
        int node = nodes.get(tokens.hash(word));
        if (node != NONE && tokens.opensWord(word)) follow(node, word, word);
      }
      return found;
    }

    private void follow(int node, int first, int last) {
      if (tokens.closesWord(last)) take(nodes.labels(node), first, last);
      int gaps = nodes.gaps(node);
      int next = last + 1;
      if (gaps == 0 || next == tokens.size()) return;
      for (int gap = BROKEN; gap >= narrowest(tokens.join(next)); gap--) {
        if ((gaps >>> gap & 1) == 0) continue;
        int child = nodes.get(edge(node, tokens.hash(next), gap));
        if (child != NONE) follow(child, first, next);
      }
    }

    private void take(int labels, int first, int last) {
      for (int entry = labels; entry != 0; entry = lists[2 * entry + 1]) {
        found.add(
            new Occurrence(lists[2 * entry], tokens.start(first), tokens.end(last), first, last));
      }
    }
  }
}
