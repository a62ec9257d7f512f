package slipstream.analysis.cues;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of {@code cues.txt}: alternatives, word lists of {@code words.txt}, optional words and
 * gaps in a row.
 */
record CuePattern(CueKind kind, String line, List<Element> elements) {
  /**
   * @param words any of which fits; empty for a gap
   * @param optional whether it may be left out
   * @param gap how many words may be skipped; 0 for a word
   */
  record Element(Set<String> words, boolean optional, int gap) {
    /** A word that has to stand there. */
    boolean isFixed() {
      return !optional && gap == 0;
    }
  }

  /** What is written together with the word before it is one token with that. */
  private static final Map<String, Set<String>> CONTRACTED =
      Map.of(
          "n't",
          Set.of(
              ("isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't"
                      + " haven't hadn't shouldn't")
                  .split(" ")),
          "'ll",
          Set.of("it'll they'll we'll he'll she'll i'll that'll".split(" ")));

  /**
   * The lines of a section.
   *
   * @param kind name of their {@link CueKind}, in any case
   */
  static List<CuePattern> parse(String kind, List<String> lines) {
    CueKind tells = CueKind.valueOf(kind.toUpperCase(Locale.ROOT));
    return lines.stream().map(line -> parse(tells, line)).toList();
  }

  private static CuePattern parse(CueKind kind, String line) {
    var elements = new ArrayList<Element>();
    for (String part : line.trim().split("\\s+", -1)) elements.add(element(part));
    return new CuePattern(kind, line.trim(), List.copyOf(elements));
  }

  private static Element element(String part) {
    if (part.startsWith("~")) {
      return new Element(Set.of(), false, Integer.parseInt(part.substring(1)));
    }
    boolean optional = part.startsWith("[");
    String words = optional ? part.substring(1, part.length() - 1) : part;
    var alternatives = new TreeSet<String>();
    for (String word : words.split("\\|", -1)) {
      if (word.startsWith("$")) alternatives.addAll(WordLists.of(word.substring(1)));
      else if (word.endsWith("+")) alternatives.addAll(forms(word.substring(0, word.length() - 1)));
      else alternatives.addAll(CONTRACTED.getOrDefault(word, Set.of(word)));
    }
    return new Element(new HashSet<>(alternatives), optional, 0);
  }

  /** The regular forms of an English verb. */
  private static Set<String> forms(String verb) {
    boolean silentE = verb.endsWith("e");
    boolean doubled = verb.matches("slip|drag|rebut|scrap|lag|commit");
    boolean hissing = verb.matches(".*(s|sh|ch|x|z)");
    String stem = silentE ? verb.substring(0, verb.length() - 1) : verb;
    String root = doubled ? verb + verb.charAt(verb.length() - 1) : stem;
    return Set.of(verb, verb + (hissing ? "es" : "s"), root + "ed", root + "ing");
  }
}
