package slipstream.analysis.cues;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases of a lexicon by two words, by their numbers. Of a text's pairs hardly any is one of
 * theirs, and one bit tells so.
 */
final class CuePairs {
  private static final int BITS_PER_PAIR = 16;

  /** A Bloom filter of the pairs, small enough to stay in the cache. */
  private final long[] filter;

  /** By the pair, which list of phrases is its. */
  private final NumberTable pairs;

  /** The lists; the first one is empty, for pairs that open none. */
  private final int[][] phrases;

  /** The lists of phrases by pair, to be filled. */
  static final class Builder {
    private final WordNumbers numbers;
    private final Map<Long, List<Integer>> byPair = new LinkedHashMap<>();

    Builder(WordNumbers numbers) {
      this.numbers = numbers;
    }

    void add(CueAnchor anchor, int phrase) {
      for (int first : numbers.of(anchor.words())) {
        for (int second : numbers.of(anchor.next())) {
          byPair.computeIfAbsent(pair(first, second), added -> new ArrayList<>()).add(phrase);
        }
      }
    }

    CuePairs build() {
      return new CuePairs(byPair);
    }
  }

  private CuePairs(Map<Long, List<Integer>> byPair) {
    int bits = Math.max(Long.SIZE, byPair.size() * BITS_PER_PAIR);
    filter = new long[Integer.highestOneBit(bits) / Long.SIZE];
    pairs = new NumberTable(byPair.size());
    var lists = new LinkedHashMap<List<Integer>, Integer>();
    lists.put(List.of(), NumberTable.NONE);
    byPair.forEach(
        (pair, list) -> {
          lists.putIfAbsent(list, lists.size());
          pairs.put(pair, lists.get(list), pair);
          filter[place(pair)] |= bit(pair);
        });
    phrases =
        lists.keySet().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** In the order of the lexicon. */
  int[] of(int first, int second) {
    long pair = pair(first, second);
    if ((filter[place(pair)] & bit(pair)) == 0) return phrases[NumberTable.NONE];
    return phrases[pairs.get(pair)];
  }

  private static long pair(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  private int place(long pair) {
    return (int) ((pair * NumberTable.SPREAD) >>> Integer.SIZE) & (filter.length - 1);
  }

  /** One of 64, by what of the pair does not tell its place. */
  private static long bit(long pair) {
    return 1L << ((pair * NumberTable.SPREAD) >>> (Long.SIZE - 6));
  }
}
