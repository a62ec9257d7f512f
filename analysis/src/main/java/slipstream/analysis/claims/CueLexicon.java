package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.Tokens;

/**
 * Phrases to look for, found by their first word. Most do not go on as the text does: which may, is
 * known of each word, so that few are tried.
 */
final class CueLexicon {
  /**
   * What a word is to the phrases, by their index.
   *
   * @param opens phrases that begin with it
   * @param goesOn phrases in which it may stand second
   * @param ends phrases in which it may stand last
   */
  private record Word(BitSet opens, BitSet goesOn, BitSet ends) {
    Word() {
      this(new BitSet(), new BitSet(), new BitSet());
    }
  }

  private final List<CuePattern> patterns;
  private final Map<String, Word> words = new HashMap<>();

  /** Phrases that any word may go on or end; also the word that no phrase has. */
  private final Word any = new Word();

  CueLexicon(List<CuePattern> patterns) {
    this.patterns = List.copyOf(patterns);
    for (int i = 0; i < patterns.size(); i++) {
      CuePattern pattern = patterns.get(i);
      for (String word : pattern.firstWords()) wordOf(word).opens().set(i);
      for (String word : pattern.nextWords()) wordOf(word).goesOn().set(i);
      for (String word : pattern.lastWords()) wordOf(word).ends().set(i);
      if (pattern.nextWords().isEmpty()) any.goesOn().set(i);
      if (pattern.lastWords().isEmpty()) any.ends().set(i);
    }
    words.values().forEach(word -> word.goesOn().or(any.goesOn()));
  }

  private Word wordOf(String word) {
    return words.computeIfAbsent(word, w -> new Word());
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
    var present = new Word[to - from + 1];
    var ends = (BitSet) any.ends().clone();
    for (int at = from; at <= to; at++) {
      present[at - from] = words.getOrDefault(tokens.word(at), any);
      if (at < to) ends.or(present[at - from].ends());
    }
    for (int at = from; at < to; at++) {
      BitSet opens = present[at - from].opens();
      if (opens.isEmpty()) continue;
      var candidates = (BitSet) opens.clone();
      candidates.and(present[at - from + 1].goesOn());
      candidates.and(ends);
      if (!candidates.isEmpty()) match(candidates, tokens, names, at, to, found);
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

  private void match(
      BitSet candidates, Tokens tokens, List<Name> names, int at, int to, List<Cue> found) {
    int before = found.size();
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Cue cue = match(patterns.get(i), tokens, names, at, to);
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
