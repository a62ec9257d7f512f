package slipstream.analysis.story;

import java.util.Arrays;
import slipstream.contracts.Sketch;

/**
 * A fixed sample of a content's shingle hashes, by which copies are found: those in the lowest
 * sixteenth of all hashes, so that a short content and a long one that holds it sample alike; of a
 * short content the eight least.
 */
final class Anchors {
  /** Highest hash of the sample. */
  private static final int REACH = -1 >>> 4;

  /** Hashes of a short content. */
  private static final int LEAST = 8;

  /**
   * Least overlap of the samples of two contents that are worth comparing in full. A sample of 50
   * strays by 5 %, so that copies (0.85) stay far above; a shared imprint stays far below.
   */
  private static final double RESEMBLING = 0.3;

  private final int shingles;
  private final int[] hashes;

  private Anchors(int shingles, int[] hashes) {
    this.shingles = shingles;
    this.hashes = hashes;
  }

  static Anchors of(Sketch sketch) {
    int[] hashes = Sketches.hashes(sketch);
    int count = Math.min(LEAST, hashes.length);
    while (count < hashes.length && Integer.compareUnsigned(hashes[count], REACH) <= 0) count++;
    return new Anchors(sketch.shingles(), Arrays.copyOf(hashes, count));
  }

  /** The sample, ascending. */
  int[] hashes() {
    return hashes;
  }

  boolean resemble(Anchors other) {
    return Sketches.overlap(shingles, hashes, other.shingles, other.hashes) >= RESEMBLING;
  }
}
