package slipstream.analysis.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.LongStream;
import slipstream.contracts.Sketch;

/**
 * Makes sketches of contents and compares them. A sketch holds the {@value #SIZE} least hashes of
 * the distinct word 5-shingles of its paragraphs: everything there is for an article of up to 1,028
 * words, so that the overlap of ordinary articles is exact (up to collisions of 32-bit hashes); of
 * longer ones it is an estimate from a random sample of their shingles. At most 5.5 kB.
 */
public final class Sketches {
  /** Words in a shingle (DESIGN contract 5). */
  static final int WORDS = 5;

  /** Hashes kept: bounds what 30 days of stories cost. */
  static final int SIZE = 1024;

  /** An odd number without pattern: 2^64 over the golden ratio. */
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  /** What a shingle's first word was multiplied by. */
  private static final long FIRST =
      LongStream.generate(() -> FACTOR).limit(WORDS).reduce(1, (a, b) -> a * b);

  private Sketches() {}

  /** The sketch of a content (its text without the title, which outlets change). */
  public static Sketch of(String text) {
    int[] hashes = distinct(shingles(Words.of(text)));
    if (hashes.length == 0) return Sketch.EMPTY;
    int kept = Math.min(SIZE, hashes.length);
    var bytes = ByteBuffer.allocate(kept * Integer.BYTES);
    bytes.asIntBuffer().put(hashes, 0, kept);
    return new Sketch(hashes.length, Base64.getEncoder().encodeToString(bytes.array()));
  }

  /**
   * How much of the smaller content stands in the larger one: 0 (nothing, or one is too short to
   * have a shingle) to 1 (all of it).
   */
  public static double overlap(Sketch a, Sketch b) {
    return overlap(a.shingles(), hashes(a), b.shingles(), hashes(b));
  }

  static double overlap(int shinglesA, int[] a, int shinglesB, int[] b) {
    if (a.length == 0 || b.length == 0) return 0;
    // Beyond the last hash of a cut sketch nothing is known of it.
    int reach = min(reach(shinglesA, a), reach(shinglesB, b));
    int inA = 0;
    int inB = 0;
    int common = 0;
    while ((inA < a.length && within(a[inA], reach)) || (inB < b.length && within(b[inB], reach))) {
      int order =
          inA == a.length ? 1 : inB == b.length ? -1 : Integer.compareUnsigned(a[inA], b[inB]);
      if (order <= 0) inA++;
      if (order >= 0) inB++;
      if (order == 0) common++;
    }
    int smaller = shinglesA < shinglesB ? inA : shinglesB < shinglesA ? inB : Math.min(inA, inB);
    return smaller == 0 ? 0 : (double) common / smaller;
  }

  /** The hashes of a sketch, ascending as unsigned numbers. */
  static int[] hashes(Sketch sketch) {
    var ints = ByteBuffer.wrap(Base64.getDecoder().decode(sketch.least())).asIntBuffer();
    int[] hashes = new int[ints.remaining()];
    ints.get(hashes);
    return hashes;
  }

  private static int reach(int shingles, int[] hashes) {
    return hashes.length < shingles ? hashes[hashes.length - 1] : -1;
  }

  private static int min(int a, int b) {
    return within(a, b) ? a : b;
  }

  private static boolean within(int hash, int reach) {
    return Integer.compareUnsigned(hash, reach) <= 0;
  }

  /**
   * Shingles end with their paragraph, so that the order of paragraphs changes nothing. Of one
   * shingle and the next only the first and the last word differ: the hash rolls on.
   */
  private static int[] shingles(long[] words) {
    int[] hashes = new int[words.length];
    int count = 0;
    int run = 0;
    long rolling = 0;
    for (int i = 0; i < words.length; i++) {
      if (run >= WORDS) rolling -= words[i - WORDS] * FIRST;
      rolling = words[i] == Words.BREAK ? 0 : (rolling + words[i]) * FACTOR;
      run = words[i] == Words.BREAK ? 0 : run + 1;
      if (run >= WORDS) hashes[count++] = (int) (mix(rolling) >>> 32);
    }
    return Arrays.copyOf(hashes, count);
  }

  /** Sorts as unsigned numbers and drops repeats. */
  private static int[] distinct(int[] hashes) {
    int[] sorted = sorted(hashes);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean repeats = i + 1 < sorted.length && sorted[i] == sorted[i + 1];
      if (!repeats) sorted[count++] = sorted[i];
    }
    return Arrays.copyOf(sorted, count);
  }

  /** Radix sort byte by byte: hashes are spread evenly, and it branches on none of them. */
  private static int[] sorted(int[] hashes) {
    int[] from = hashes;
    int[] to = new int[hashes.length];
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      int[] starts = new int[257];
      for (int hash : from) starts[(hash >>> shift & 0xff) + 1]++;
      for (int i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
      for (int hash : from) to[starts[hash >>> shift & 0xff]++] = hash;
      int[] done = from;
      from = to;
      to = done;
    }
    return from;
  }

  /** The finalizer of MurmurHash3: every bit of the input moves every bit of the hash. */
  private static long mix(long hash) {
    long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
