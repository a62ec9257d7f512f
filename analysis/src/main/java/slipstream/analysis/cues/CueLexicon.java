package slipstream.analysis.cues;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.analysis.dates.Tokens;

/**
 * Phrases to look for, found by their rarest two words in a row: most words of a text are in none,
 * and hardly any two that follow each other. Only what is left is compared word by word.
 */
public final class CueLexicon {
  private final WordNumbers numbers;
  private final CuePhrases phrases;
  private final CueAnchors anchors;

  CueLexicon(List<CuePattern> patterns) {
    numbers = numbersOf(patterns);
    phrases = new CuePhrases(patterns, numbers);
    anchors = new CueAnchors(patterns, numbers);
  }

  /** Words that no phrase tells apart have one number. */
  static WordNumbers numbersOf(List<CuePattern> patterns) {
    var sets = new HashMap<Set<String>, Integer>();
    var within = new LinkedHashMap<String, BitSet>();
    for (CuePattern pattern : patterns) {
      for (CuePattern.Element element : pattern.elements()) {
        int set = sets.computeIfAbsent(element.words(), added -> sets.size());
        for (String word : element.words()) {
          within.computeIfAbsent(word, added -> new BitSet()).set(set);
        }
      }
    }
    var alike = new HashMap<BitSet, Integer>();
    var numbers = new HashMap<String, Integer>();
    within.forEach(
        (word, in) -> numbers.put(word, alike.computeIfAbsent(in, added -> alike.size() + 1)));
    return new WordNumbers(numbers);
  }

  /** The cues of {@code cues.txt}, {@code sources.txt} and {@code cues-zh.txt}. */
  public static CueLexicon load() {
    return new CueLexicon(shipped());
  }

  /**
   * The cues of {@code milestones.txt}, by each word with which a configuration may name what is
   * waited for: "approval".
   */
  public static Map<String, CueLexicon> ofMilestones() {
    var patterns = new HashMap<String, List<CuePattern>>();
    Sections.of("milestones.txt")
        .forEach(
            (section, lines) -> {
              int colon = section.indexOf(':');
              var read = CuePattern.parse(section.substring(colon + 1), lines);
              for (String word : section.substring(0, colon).split("\\|", -1)) {
                patterns.computeIfAbsent(word, added -> new ArrayList<>()).addAll(read);
              }
            });
    var byWord = new HashMap<String, CueLexicon>();
    patterns.forEach((word, read) -> byWord.put(word, new CueLexicon(read)));
    return byWord;
  }

  static List<CuePattern> shipped() {
    var patterns = new ArrayList<CuePattern>();
    for (String file : List.of("cues.txt", "sources.txt", "cues-zh.txt")) {
      Sections.of(file).forEach((kind, lines) -> patterns.addAll(CuePattern.parse(kind, lines)));
    }
    return patterns;
  }

  /** The cues between two tokens: of each kind the longest at each place, in order of place. */
  public List<Cue> find(Tokens tokens, List<Name> names, int from, int to) {
    var words = new NumberedWords(tokens, names, numbers, from, to);
    var longest = new LongestCues(phrases, words);
    for (int at = from; at < to; at++) anchors.compare(words, at, longest);
    List<Cue> found = longest.cues();
    dropIdioms(found);
    return found;
  }

  /**
   * A cue that begins or ends with a part of an idiom says nothing, unless it holds more than all
   * of it ("bumped out of 2026" beside "out of"); what is no release stays none.
   */
  static void dropIdioms(List<Cue> found) {
    var idioms = new ArrayList<Cue>(0);
    for (Cue cue : found) if (cue.kind() == CueKind.IDIOM) idioms.add(cue);
    if (idioms.isEmpty()) return;
    found.removeIf(
        cue ->
            cue.kind() != CueKind.OTHER && idioms.stream().anyMatch(idiom -> isPartOf(cue, idiom)));
  }

  private static boolean isPartOf(Cue cue, Cue idiom) {
    boolean begins = idiom.start() <= cue.start() && cue.start() < idiom.end();
    boolean ends = idiom.start() < cue.end() && cue.end() <= idiom.end();
    boolean all = cue.start() <= idiom.start() && idiom.end() <= cue.end();
    boolean more = cue.end() - cue.start() > idiom.end() - idiom.start();
    return (begins || ends) && !(all && more);
  }
}
