package slipstream.analysis.cues;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Phrases over the numbers of their words, one behind the other in flat arrays: of the thousands
 * that a text is compared with hardly any is read twice, and each stays within a line of the cache.
 */
final class CuePhrases {
  private static final int END = 0;
  private static final int OPTIONAL = 1;
  private static final int SINGLE = 2;
  private static final int FLAG_BITS = 2;

  private final List<CuePattern> patterns;

  /**
   * The parts of each phrase, then {@link #END}: of a gap how many words it skips, negative; of
   * words, above {@link #OPTIONAL} and {@link #SINGLE}, where their set begins or, of a single
   * word, its number.
   */
  private final int[] parts;

  /** Where each phrase begins. */
  private final int[] starts;

  /** The size of each set of words, then its numbers in order. */
  private final int[] sets;

  CuePhrases(List<CuePattern> patterns, WordNumbers numbers) {
    this.patterns = List.copyOf(patterns);
    var parts = IntStream.builder();
    var sets = new Sets(numbers);
    starts = new int[patterns.size()];
    int next = 0;
    for (int phrase = 0; phrase < starts.length; phrase++) {
      starts[phrase] = next;
      List<CuePattern.Element> elements = patterns.get(phrase).elements();
      for (CuePattern.Element element : elements) parts.add(sets.part(element));
      parts.add(END);
      next += elements.size() + 1;
    }
    this.parts = parts.build().toArray();
    this.sets = sets.numbers.build().toArray();
  }

  /** Puts the sets of words behind each other, each once. */
  private static final class Sets {
    private final WordNumbers words;
    private final IntStream.Builder numbers = IntStream.builder();
    private final Map<Set<String>, Integer> places = new HashMap<>();
    private int next = 1; // no set stands at END

    Sets(WordNumbers words) {
      this.words = words;
      numbers.add(END);
    }

    int part(CuePattern.Element element) {
      if (element.gap() > 0) return -element.gap();
      int optional = element.optional() ? OPTIONAL : 0;
      int[] set = words.of(element.words());
      if (set.length == 1) return set[0] << FLAG_BITS | SINGLE | optional;
      return place(element.words(), set) << FLAG_BITS | optional;
    }

    private int place(Set<String> any, int[] set) {
      Integer known = places.putIfAbsent(any, next);
      if (known != null) return known;
      int place = next;
      numbers.add(set.length);
      for (int number : set) numbers.add(number);
      next += 1 + set.length;
      return place;
    }
  }

  CuePattern pattern(int phrase) {
    return patterns.get(phrase);
  }

  /** The end of the first match of a phrase that begins at a place; -1 when there is none. */
  int match(int phrase, NumberedWords words, int at) {
    return matchPart(starts[phrase], words, at);
  }

  private int matchPart(int place, NumberedWords words, int at) {
    int part = parts[place];
    if (part == END) return at;
    if (part < 0) return matchGap(place + 1, words, at, -part);
    if (fits(part, words.number(at))) {
      int end = matchPart(place + 1, words, at + 1);
      if (end >= 0) return end;
    }
    return (part & OPTIONAL) == 0 ? -1 : matchPart(place + 1, words, at);
  }

  private int matchGap(int place, NumberedWords words, int from, int gap) {
    int at = from;
    for (int skipped = 0; skipped <= gap; skipped++) {
      int end = matchPart(place, words, at);
      if (end >= 0) return end;
      if (words.endsClause(at)) return -1;
      at = words.behind(at);
    }
    return -1;
  }

  private boolean fits(int part, int number) {
    int value = part >> FLAG_BITS;
    if ((part & SINGLE) != 0) return number == value;
    int first = value + 1;
    return Arrays.binarySearch(sets, first, first + sets[value], number) >= 0;
  }
}
