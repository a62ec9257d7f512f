package slipstream.analysis.cues;

import java.util.List;
import slipstream.analysis.dates.Tokens;

/** The words of a sentence by their numbers in a lexicon. */
final class NumberedWords {
  private final int from;
  private final int to;
  private final int[] known;

  /** For each word of the sentence whether no gap reaches over it. */
  private final boolean[] ends;

  /** Behind each word of the sentence; a product's name is one word, however long. */
  private final int[] behind;

  private final List<Name> names;

  NumberedWords(Tokens tokens, List<Name> names, WordNumbers numbers, int from, int to) {
    this.from = from;
    this.to = to;
    this.names = names;
    this.known = new int[to - from];
    this.ends = new boolean[to - from];
    this.behind = new int[to - from];
    for (int i = 0; i < known.length; i++) {
      known[i] = numbers.of(tokens.word(from + i));
      ends[i] = !tokens.isWord(from + i) && isEnd(tokens.word(from + i));
      behind[i] = from + i + 1;
    }
    for (int i = names.size() - 1; i >= 0; i--) { // of two at one place the first counts
      Name name = names.get(i);
      boolean inside = name.start() >= from && name.start() < to && name.end() > name.start();
      if (inside) behind[name.start() - from] = name.end();
    }
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The number of a word; that of an unknown one behind the last. */
  int number(int at) {
    return at < to ? known[at - from] : WordNumbers.UNKNOWN;
  }

  /** The place behind a word, to go on from. */
  int behind(int at) {
    return at < to ? behind[at - from] : at + 1;
  }

  /** The farthest place from which so many words reach up to another. */
  int before(int at, int words) {
    int place = at;
    for (int i = 0; i < words && place > from; i++) place = startOf(place - 1);
    return place;
  }

  private int startOf(int last) {
    for (Name name : names) {
      if (name.end() == last + 1 && name.start() >= from) return Math.min(name.start(), last);
    }
    return last;
  }

  /** True for what no gap reaches over. */
  boolean endsClause(int at) {
    return at >= to || ends[at - from];
  }

  private static boolean isEnd(String word) {
    return switch (word) {
      case "", ".", ";", ":", "?", "!", "\u2014" -> true;
      default -> false;
    };
  }
}
