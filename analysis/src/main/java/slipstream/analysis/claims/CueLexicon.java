package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.Tokens;

/**
 * Phrases to look for, found by their first two words: most words of a text open none, and what
 * most that do go on with does not stand behind them. Only what is left is compared word by word.
 */
final class CueLexicon {
  private final WordNumbers numbers;

  /** The phrases that begin with a word, by its number; null where none does. */
  private final @Nullable CueOpening[] openings;

  /** Where the second word stands right behind the first. */
  private final CuePairs next;

  /** Where a gap stands between. */
  private final CuePairs later;

  CueLexicon(List<CuePattern> patterns) {
    numbers = new WordNumbers(words(patterns));
    var phrases = new ArrayList<CuePhrase>();
    for (CuePattern pattern : patterns) {
      phrases.add(new CuePhrase(pattern, phrases.size(), numbers));
    }
    next = new CuePairs(numbers, phrases.stream().filter(p -> p.second().gap() == 0).toList());
    later = new CuePairs(numbers, phrases.stream().filter(p -> p.second().gap() > 0).toList());
    openings = openings(phrases);
  }

  private @Nullable CueOpening[] openings(List<CuePhrase> phrases) {
    var byFirst = new HashMap<Integer, List<CuePhrase>>();
    for (CuePhrase phrase : phrases) {
      for (int first : numbers.of(phrase.firstWords())) {
        byFirst.computeIfAbsent(first, added -> new ArrayList<>()).add(phrase);
      }
    }
    var opened = new CueOpening[numbers.size()];
    byFirst.forEach((first, list) -> opened[first] = new CueOpening(list));
    return opened;
  }

  private static Set<String> words(List<CuePattern> patterns) {
    var words = new LinkedHashSet<String>();
    for (CuePattern pattern : patterns) {
      for (CuePattern.Element element : pattern.elements()) words.addAll(element.words());
    }
    return words;
  }

  /** The cues of {@code cues.txt}, {@code sources.txt} and {@code cues-zh.txt}. */
  static CueLexicon load() {
    var patterns = new ArrayList<CuePattern>();
    for (String file : List.of("cues.txt", "sources.txt", "cues-zh.txt")) {
      Sections.of(file).forEach((kind, lines) -> patterns.addAll(CuePattern.parse(kind, lines)));
    }
    return new CueLexicon(patterns);
  }

  /** The cues between two tokens: of each kind the longest at each place, in order of place. */
  List<Cue> find(Tokens tokens, List<Name> names, int from, int to) {
    var found = new ArrayList<Cue>();
    var words = new NumberedWords(tokens, names, numbers, from, to);
    var longest = new LongestCues(words, to);
    for (int at = from; at < to; at++) {
      CueOpening opening = openings[words.number(at)];
      if (opening == null) continue;
      opening.compare(words, at, longest, next, later);
      longest.moveTo(found, at);
    }
    dropIdioms(found);
    return found;
  }

  /**
   * A cue that begins or ends with a part of an idiom says nothing; what is no release stays none.
   */
  private static void dropIdioms(List<Cue> found) {
    var idioms = new ArrayList<Cue>(0);
    for (Cue cue : found) if (cue.kind() == CueKind.IDIOM) idioms.add(cue);
    if (idioms.isEmpty()) return;
    found.removeIf(
        cue ->
            cue.kind() != CueKind.OTHER
                && idioms.stream().anyMatch(idiom -> begins(cue, idiom) || ends(cue, idiom)));
  }

  private static boolean begins(Cue cue, Cue idiom) {
    return idiom.start() <= cue.start() && cue.start() < idiom.end();
  }

  private static boolean ends(Cue cue, Cue idiom) {
    return idiom.start() < cue.end() && cue.end() <= idiom.end();
  }
}
