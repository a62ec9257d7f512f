package slipstream.contracts;

import static slipstream.contracts.Required.field;

/**
 * A fixed-size stand-in for the words of an item, from which content overlap is estimated.
 *
 * @param shingles number of distinct word 5-shingles
 * @param least the least shingle hashes, ascending, 4 bytes each, big-endian, in Base64
 */
public record Sketch(int shingles, String least) {
  public static final Sketch EMPTY = new Sketch(0, "");

  public Sketch {
    field(least, "sketch.least");
  }
}
