package slipstream.analysis.cues;

import java.util.Collection;
import java.util.Map;

/**
 * The words of a lexicon by numbers from 1 on: each word of a text is looked up once, and numbers
 * are compared.
 */
final class WordNumbers {
  /** The number of any other word. */
  static final int UNKNOWN = NumberTable.NONE;

  private final NumberTable table;
  private final int size;

  /**
   * @param numbers from 1 on; several words may have one
   * @throws IllegalArgumentException when two words have the same hash
   */
  WordNumbers(Map<String, Integer> numbers) {
    table = new NumberTable(numbers.size());
    numbers.forEach((word, number) -> table.put(NumberTable.key(word), number, word));
    size = 1 + numbers.values().stream().mapToInt(Integer::intValue).max().orElse(UNKNOWN);
  }

  int of(String word) {
    return table.get(NumberTable.key(word));
  }

  /** The numbers of words, in order, each once. */
  int[] of(Collection<String> some) {
    return some.stream().mapToInt(this::of).sorted().distinct().toArray();
  }

  /** Above the greatest number. */
  int size() {
    return size;
  }
}
