package slipstream.analysis.claims;

import java.util.Set;

/** A {@link CuePattern} over the numbers of its words. */
final class CuePhrase {
  private final CuePattern pattern;
  private final int place;

  private static final class Part {
    private final NumberSet words;
    private final boolean optional;
    private final int gap;

    Part(CuePattern.Element element, WordNumbers numbers) {
      this.words = new NumberSet(numbers.of(element.words()));
      this.optional = element.optional();
      this.gap = element.gap();
    }
  }

  private final Part[] parts;
  private final CuePattern.Second second;

  /**
   * @param place in the lexicon: of two phrases that read the same words the first counts
   */
  CuePhrase(CuePattern pattern, int place, WordNumbers numbers) {
    this.pattern = pattern;
    this.place = place;
    this.parts = pattern.elements().stream().map(e -> new Part(e, numbers)).toArray(Part[]::new);
    this.second = pattern.second();
  }

  CueKind kind() {
    return pattern.kind();
  }

  String line() {
    return pattern.line();
  }

  Set<String> firstWords() {
    return pattern.firstWords();
  }

  int place() {
    return place;
  }

  /** What it goes on with behind its first word. */
  CuePattern.Second second() {
    return second;
  }

  /**
   * The end of the first match that begins at {@code at}, where one of the pattern's first words
   * stands; -1 when there is none.
   */
  int match(NumberedWords words, int at) {
    return match(words, at + 1, 1);
  }

  private int match(NumberedWords words, int at, int part) {
    if (part == parts.length) return at;
    Part wanted = parts[part];
    if (wanted.gap > 0) return matchGap(words, at, part, wanted.gap);
    if (wanted.words.contains(words.number(at))) {
      int end = match(words, at + 1, part + 1);
      if (end >= 0) return end;
    }
    return wanted.optional ? match(words, at, part + 1) : -1;
  }

  private int matchGap(NumberedWords words, int from, int part, int gap) {
    int at = from;
    for (int skipped = 0; skipped <= gap; skipped++) {
      int end = match(words, at, part + 1);
      if (end >= 0) return end;
      if (words.endsClause(at)) return -1;
      at = words.behind(at);
    }
    return -1;
  }
}
