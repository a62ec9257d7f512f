package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Phrases to look for, found by their first word. */
final class CueLexicon {
  /** The lines that begin with one word. Most do not go on as the text does. */
  private static final class Lines {
    static final Lines NONE = new Lines();

    final List<CuePattern> patterns = new ArrayList<>();

    /** What is needed next and last by each, side by side. */
    long[] needed = new long[8];

    void add(CuePattern pattern) {
      int at = 2 * patterns.size();
      if (at == needed.length) needed = Arrays.copyOf(needed, 2 * at);
      needed[at] = pattern.next();
      needed[at + 1] = pattern.last();
      patterns.add(pattern);
    }
  }

  private final Map<String, Lines> byFirstWord = new HashMap<>();
  private final WordSet firstWords;

  CueLexicon(List<CuePattern> patterns) {
    patterns.forEach(this::add);
    firstWords = WordSet.copyOf(byFirstWord.keySet());
  }

  /** The cues of {@code cues.txt}, {@code sources.txt} and {@code cues-zh.txt}. */
  static CueLexicon load() {
    var patterns = new ArrayList<CuePattern>();
    for (String file : List.of("cues.txt", "sources.txt", "cues-zh.txt")) {
      Sections.of(file).forEach((kind, lines) -> patterns.addAll(CuePattern.parse(kind, lines)));
    }
    return new CueLexicon(patterns);
  }

  private void add(CuePattern pattern) {
    for (String word : pattern.firstWords()) {
      byFirstWord.computeIfAbsent(word, w -> new Lines()).add(pattern);
    }
  }

  /** The cues between two tokens: of each kind the longest at each place, in order of place. */
  List<Cue> find(Tokens tokens, List<Name> names, int from, int to) {
    var found = new ArrayList<Cue>();
    long[] rest = new long[to - from + 1];
    rest[to - from] = 1; // never empty: a line of one word needs none
    for (int at = to - 1; at >= from; at--) {
      rest[at - from] = rest[at - from + 1] | CuePattern.bit(tokens.word(at));
    }
    for (int at = from; at < to; at++) {
      if (firstWords.contains(tokens.word(at)))
        find(tokens, names, at, to, rest[at - from + 1], found);
    }
    dropIdioms(found);
    return found;
  }

  /**
   * A cue that begins or ends with a part of an idiom says nothing; what is no release stays none.
   */
  private static void dropIdioms(List<Cue> found) {
    List<Cue> idioms = found.stream().filter(cue -> cue.kind() == CueKind.IDIOM).toList();
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

  private void find(Tokens tokens, List<Name> names, int at, int to, long rest, List<Cue> found) {
    Lines lines = byFirstWord.getOrDefault(tokens.word(at), Lines.NONE);
    int before = found.size();
    long next = CuePattern.bit(tokens.word(at + 1));
    for (int i = 0; i < lines.patterns.size(); i++) {
      if ((lines.needed[2 * i] & next) == 0 || (lines.needed[2 * i + 1] & rest) == 0) continue;
      Cue cue = match(lines.patterns.get(i), tokens, names, at, to);
      if (cue != null) keepLongest(found, before, cue);
    }
    if (found.size() > before + 1) {
      found.subList(before, found.size()).sort(Comparator.comparing(Cue::kind));
    }
  }

  private static void keepLongest(List<Cue> found, int from, Cue cue) {
    for (int i = from; i < found.size(); i++) {
      Cue other = found.get(i);
      if (other.kind() != cue.kind()) continue;
      if (cue.end() > other.end()) found.set(i, cue);
      return;
    }
    found.add(cue);
  }

  private static @Nullable Cue match(
      CuePattern pattern, Tokens tokens, List<Name> names, int at, int to) {
    int end = pattern.match(tokens, names, at);
    return end > at && end <= to ? new Cue(pattern.kind(), at, end, pattern.line()) : null;
  }
}
