package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The phrases of a lexicon that begin with one word, by what stands second in them. */
final class CueOpening {
  /** Of that word alone, but for what may be left out. */
  private final CuePhrase[] alone;

  /** By the word right behind it. */
  private final Seconds next;

  /** By the word behind it and a gap. */
  private final Seconds later;

  /** The widest gap; 0 when there is none. */
  private final int gap;

  CueOpening(List<CuePhrase> phrases, WordNumbers numbers) {
    alone = phrases.stream().filter(p -> p.second().words().isEmpty()).toArray(CuePhrase[]::new);
    next = new Seconds(phrases.stream().filter(p -> p.second().gap() == 0).toList(), numbers);
    later = new Seconds(phrases.stream().filter(p -> p.second().gap() > 0).toList(), numbers);
    gap = phrases.stream().mapToInt(phrase -> phrase.second().gap()).max().orElse(0);
  }

  /** Phrases by the numbers of the words that may stand second. */
  private static final class Seconds {
    private static final CuePhrase[] NONE = {};
    private final NumberSet words;

    /** By the place of the word in {@link #words}. */
    private final CuePhrase[][] phrases;

    Seconds(List<CuePhrase> all, WordNumbers numbers) {
      var byWord = new HashMap<String, List<CuePhrase>>();
      for (CuePhrase phrase : all) {
        for (String word : phrase.second().words()) {
          byWord.computeIfAbsent(word, added -> new ArrayList<>()).add(phrase);
        }
      }
      words = new NumberSet(numbers.of(byWord.keySet()));
      phrases = new CuePhrase[words.places()][];
      byWord.forEach((word, list) -> phrases[words.find(numbers.of(word))] = list.toArray(NONE));
    }

    CuePhrase[] of(int word) {
      int found = word == WordNumbers.UNKNOWN ? -1 : words.find(word);
      return found < 0 ? NONE : phrases[found];
    }
  }

  /** Compares the phrases that may stand at a place with what stands there. */
  void compare(NumberedWords words, int at, LongestCues longest) {
    for (CuePhrase phrase : alone) longest.compare(phrase, at);
    for (CuePhrase phrase : next.of(words.number(at + 1))) longest.compare(phrase, at);
    if (gap > 0) compareLater(words, at, longest);
  }

  private void compareLater(NumberedWords words, int at, LongestCues longest) {
    int second = at + 1;
    for (int skipped = 0; skipped <= gap; skipped++) {
      for (CuePhrase phrase : later.of(words.number(second))) longest.compare(phrase, at);
      if (words.endsClause(second)) return;
      second = words.behind(second);
    }
  }
}
