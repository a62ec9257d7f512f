package slipstream.analysis.cues;

import java.util.List;
import java.util.Map;
import slipstream.analysis.dates.WordSet;

/** The sections of {@code words.txt}: words by what they are. */
public final class WordLists {
  private static final Map<String, List<String>> SECTIONS = Sections.of("words.txt");

  private WordLists() {}

  /**
   * The words of a section.
   *
   * @throws IllegalArgumentException when there is no such section
   */
  public static WordSet of(String section) {
    List<String> lines = SECTIONS.get(section);
    if (lines == null) throw new IllegalArgumentException("words.txt has no [" + section + "]");
    return WordSet.of(String.join(" ", lines).split(" "));
  }
}
