package slipstream.analysis.claims;

import java.util.Collection;
import java.util.Map;

/**
 * The words of a lexicon by numbers from 1 on: each word of a text is looked up once, and numbers
 * are compared. Words are known by 64 bits of their characters alone: that another word of a text
 * has those of one of ten thousand is unlikelier than a misprint.
 */
final class WordNumbers {
  /** The number of any other word. */
  static final int UNKNOWN = NumberTable.NONE;

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final NumberTable table;
  private final int size;

  /**
   * @param numbers from 1 on; several words may have one
   * @throws IllegalArgumentException when two words have the same hash
   */
  WordNumbers(Map<String, Integer> numbers) {
    table = new NumberTable(numbers.size());
    numbers.forEach(this::put);
    size = 1 + numbers.values().stream().mapToInt(Integer::intValue).max().orElse(UNKNOWN);
  }

  private void put(String word, int number) {
    if (of(word) != UNKNOWN) throw new IllegalArgumentException("hash of '" + word + "' is taken");
    table.put(hash(SEED, word), number);
  }

  int of(String word) {
    return table.get(hash(SEED, word));
  }

  /** The number of two words with a space between. */
  int of(String word, String next) {
    return table.get(hash(with(hash(SEED, word), ' '), next));
  }

  /** The numbers of words, in order, each once. */
  int[] of(Collection<String> some) {
    return some.stream().mapToInt(this::of).sorted().distinct().toArray();
  }

  /** Above the greatest number. */
  int size() {
    return size;
  }

  private static long hash(long before, String word) {
    long hash = before;
    for (int i = 0; i < word.length(); i++) hash = with(hash, word.charAt(i));
    return hash;
  }

  /** FNV-1a, by characters. */
  private static long with(long hash, char next) {
    return (hash ^ next) * PRIME;
  }
}
