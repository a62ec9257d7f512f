package slipstream.analysis.text;

/**
 * A sentence of a plain text, without the white space around it.
 *
 * @param start offset of its first UTF-16 unit, inclusive
 * @param end offset after its last UTF-16 unit, exclusive
 */
public record Sentence(int start, int end) {
  /** Its words, taken from the text it was found in. */
  public String in(String text) {
    return text.substring(start, end);
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }
}
