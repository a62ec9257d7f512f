package slipstream.analysis.dates;

import java.util.AbstractSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A set of words for those who ask of every word of a text: most are not in it, and one bit tells
 * so.
 */
public final class WordSet extends AbstractSet<String> {
  private final Set<String> words;
  private final long[] bits = new long[64];

  private WordSet(Iterable<String> members) {
    words = new HashSet<>();
    for (String word : members) {
      words.add(word);
      bits[place(word) >>> 6] |= 1L << place(word);
    }
  }

  public static WordSet of(String... words) {
    return new WordSet(List.of(words));
  }

  /** The words of a line, a space between any two. */
  public static WordSet ofLine(String line) {
    return of(line.split(" ", -1));
  }

  public static WordSet copyOf(Iterable<String> words) {
    return new WordSet(words);
  }

  @Override
  public boolean contains(Object word) {
    int place = place(word);
    return (bits[place >>> 6] >>> place & 1) != 0 && words.contains(word);
  }

  /** One of 4,096 places: the high bits of the hash, made uneven by the golden ratio. */
  private static int place(Object word) {
    return (word.hashCode() * 0x9e3779b9) >>> 20;
  }

  @Override
  public Iterator<String> iterator() {
    return words.iterator();
  }

  @Override
  public int size() {
    return words.size();
  }
}
