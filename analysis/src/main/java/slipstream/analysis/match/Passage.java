package slipstream.analysis.match;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import slipstream.analysis.text.Sentence;
import slipstream.analysis.text.SplitText;

/** The title or the text of an item, with what was found in it. */
final class Passage {
  /** Words beyond which nothing is near, so that a table without full stops costs no more. */
  private static final int NEAR = 60;

  /** Words of five that may follow, and the longest phrase among them. */
  private static final int FOLLOWING = 6;

  private static final int LONGEST_PHRASE = 16;

  private final SplitText text;
  private final boolean isTitle;
  private final List<Occurrence> occurrences;
  private final BitSet item;

  /** Of each occurrence the sentence that it begins in, counted from 1; 0 where nobody asked. */
  private final int[] sentences;

  /**
   * A passage.
   *
   * @param item labels found anywhere in the item
   */
  Passage(SplitText text, boolean isTitle, List<Occurrence> occurrences, BitSet item) {
    this.text = text;
    this.isTitle = isTitle;
    this.occurrences = occurrences;
    this.item = item;
    this.sentences = new int[occurrences.size()];
  }

  String text() {
    return text.text();
  }

  boolean isTitle() {
    return isTitle;
  }

  List<Occurrence> occurrences() {
    return occurrences;
  }

  boolean itemHas(BitSet labels) {
    return item.intersects(labels);
  }

  /** Whether one of {@code labels} stands in the sentence, and not in the very words judged. */
  boolean near(int at, Labels labels) {
    Occurrence judged = occurrences.get(at);
    return around(
        at,
        NEAR,
        labels,
        other -> !other.overlaps(judged) && sentenceOf(at).contains(other.start()));
  }

  boolean follows(int at, Labels labels) {
    Occurrence judged = occurrences.get(at);
    return around(
        at,
        FOLLOWING,
        labels,
        other -> other.firstWord() > judged.lastWord() && sentenceOf(at).contains(other.start()));
  }

  boolean inside(int at, Labels labels) {
    Occurrence judged = occurrences.get(at);
    return around(at, 0, labels, other -> other.overlaps(judged));
  }

  boolean inSentenceBefore(int at, Labels labels) {
    int sentence = numberOf(at);
    if (sentence == 0) return false;
    Sentence before = text.sentences().get(sentence - 1);
    return around(at, NEAR, labels, other -> before.contains(other.start()));
  }

  /** Looks at what of {@code labels} is at most {@code words} away, overlapping or not. */
  private boolean around(int at, int words, Labels labels, Predicate<Occurrence> wanted) {
    if (!labels.anyIn(this)) return false;
    Occurrence judged = occurrences.get(at);
    for (int i = at - 1; i >= 0; i--) {
      Occurrence other = occurrences.get(i);
      if (other.firstWord() < judged.firstWord() - words - LONGEST_PHRASE) break;
      if (other.lastWord() < judged.firstWord() - words) continue;
      if (labels.contains(other.label()) && wanted.test(other)) return true;
    }
    for (int i = at + 1; i < occurrences.size(); i++) {
      Occurrence other = occurrences.get(i);
      if (other.firstWord() > judged.lastWord() + words) break;
      if (labels.contains(other.label()) && wanted.test(other)) return true;
    }
    return false;
  }

  private Sentence sentenceOf(int at) {
    return text.sentences().get(numberOf(at));
  }

  /** The number of the sentence of an occurrence: several rules ask for it. */
  private int numberOf(int at) {
    if (sentences[at] == 0) sentences[at] = 1 + sentenceNumber(occurrences.get(at).start());
    return sentences[at] - 1;
  }

  private int sentenceNumber(int offset) {
    List<Sentence> all = text.sentences();
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (all.get(middle).start() <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
