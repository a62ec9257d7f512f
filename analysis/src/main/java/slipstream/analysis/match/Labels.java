package slipstream.analysis.match;

import java.util.Arrays;

/** A set of labels. */
final class Labels {
  private final int[] sorted;

  Labels(int[] labels) {
    sorted = labels;
    Arrays.sort(sorted);
  }

  boolean contains(int label) {
    return Arrays.binarySearch(sorted, label) >= 0;
  }

  boolean anyIn(Passage passage) {
    for (int label : sorted) if (passage.itemHas(label)) return true;
    return false;
  }
}
