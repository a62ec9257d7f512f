package slipstream.analysis.claims;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import slipstream.analysis.dates.WordSet;

/** The sections of {@code words.txt}: words by what they are. */
final class WordLists {
  private static final Map<String, List<String>> SECTIONS = Sections.of("words.txt");

  private WordLists() {}

  static WordSet of(String section) {
    List<String> lines = Objects.requireNonNull(SECTIONS.get(section), section);
    return WordSet.of(String.join(" ", lines).split(" "));
  }
}
