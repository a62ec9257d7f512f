package slipstream.analysis.match;

/**
 * A phrase found, before any rule has judged it.
 *
 * @param label which phrase
 * @param start offset of its first UTF-16 unit, inclusive
 * @param end offset after its last UTF-16 unit, exclusive
 * @param firstWord number of its first token in the text
 * @param lastWord number of its last token in the text
 */
record Occurrence(int label, int start, int end, int firstWord, int lastWord) {
  boolean overlaps(Occurrence other) {
    return start < other.end && other.start < end;
  }
}
