package slipstream.analysis.match;

import java.util.BitSet;

/** A set of labels. */
final class Labels {
  private final BitSet labels = new BitSet();

  Labels(int[] labels) {
    for (int label : labels) this.labels.set(label);
  }

  boolean contains(int label) {
    return labels.get(label);
  }

  boolean anyIn(Passage passage) {
    return passage.itemHas(labels);
  }
}
