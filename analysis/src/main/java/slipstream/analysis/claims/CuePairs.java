package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases of a lexicon by their first word and one that may stand second, by their numbers. Of
 * a text's pairs hardly any is one of theirs, and one look tells so.
 */
final class CuePairs {
  /** By the second word a Bloom filter of the first words: a bit for each, of 64 they share. */
  private final long[] firsts;

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

    void add(CuePattern pattern, int phrase) {
      for (int first : numbers.of(pattern.firstWords())) {
        for (int second : numbers.of(pattern.second().words())) {
          byPair.computeIfAbsent(pair(first, second), added -> new ArrayList<>()).add(phrase);
        }
      }
    }

    CuePairs build() {
      return new CuePairs(numbers.size(), byPair);
    }
  }

  private CuePairs(int words, Map<Long, List<Integer>> byPair) {
    firsts = new long[words];
    pairs = new NumberTable(byPair.size());
    var lists = new LinkedHashMap<List<Integer>, Integer>();
    lists.put(List.of(), NumberTable.NONE);
    byPair.forEach(
        (pair, list) -> {
          lists.putIfAbsent(list, lists.size());
          pairs.put(pair, lists.get(list));
          firsts[pair.intValue()] |= bit((int) (pair >>> Integer.SIZE));
        });
    phrases =
        lists.keySet().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** In the order of the lexicon. */
  int[] of(int first, int second) {
    if ((firsts[second] & bit(first)) == 0) return phrases[NumberTable.NONE];
    return phrases[pairs.get(pair(first, second))];
  }

  private static long pair(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  /** Words of one line have numbers in a row: the golden ratio spreads them. */
  private static long bit(int first) {
    return 1L << ((first * 0x9e3779b9) >>> 26);
  }
}
