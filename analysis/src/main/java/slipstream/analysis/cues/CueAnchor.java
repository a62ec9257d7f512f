package slipstream.analysis.cues;

import java.util.List;
import java.util.Set;
import slipstream.analysis.dates.WordSet;

/**
 * What of a phrase is looked for first: of its words one behind the other the two that are rarest
 * in ordinary text. "Has ~2 fallen behind" is found by "fallen behind", and nobody looks further
 * into all that "has".
 *
 * @param words any of which fits
 * @param next any of which stands behind it; empty when the phrase has but one word
 * @param gap how many words may be skipped between
 * @param least words of the phrase before it
 * @param most the same, when nothing is left out and all gaps are filled
 */
record CueAnchor(Set<String> words, Set<String> next, int gap, int least, int most) {
  /** The words of which half of any English text consists. */
  private static final WordSet COMMON = WordLists.of("common");

  /** How much oftener one of them stands in a text than another word, roughly. */
  private static final double OFTENER = 100;

  /** What it costs to look behind a word for the next, in words that stand there. */
  private static final double LOOK = 100;

  /** The rarest of a phrase. */
  static CueAnchor of(CuePattern pattern) {
    List<CuePattern.Element> elements = pattern.elements();
    CueAnchor rarest = null;
    int least = 0;
    int most = 0;
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).isFixed()) {
        CueAnchor anchor = of(elements.subList(i, elements.size()), least, most);
        if (rarest == null || anchor.isRarerThan(rarest)) rarest = anchor;
        least++;
      }
      most += reach(elements.get(i));
    }
    if (rarest == null) throw new IllegalArgumentException("'" + pattern.line() + "' has no word");
    return rarest;
  }

  private static CueAnchor of(List<CuePattern.Element> elements, int least, int most) {
    Set<String> words = elements.get(0).words();
    int gap = 0;
    for (CuePattern.Element next : elements.subList(1, elements.size())) {
      if (next.isFixed()) return new CueAnchor(words, next.words(), gap, least, most);
      gap += reach(next);
    }
    return new CueAnchor(words, Set.of(), 0, least, most);
  }

  private static int reach(CuePattern.Element element) {
    return Math.max(1, element.gap());
  }

  private boolean isRarerThan(CueAnchor other) {
    if (next.isEmpty() != other.next.isEmpty()) return other.next.isEmpty();
    return frequency() < other.frequency();
  }

  /** How often it is found, and how often looked for in vain. */
  private double frequency() {
    return frequency(words) * (frequency(next) * (1 + gap) + LOOK * gap);
  }

  private static double frequency(Set<String> any) {
    return any.stream().mapToDouble(word -> COMMON.contains(word) ? OFTENER : 1).sum();
  }
}
