package slipstream.analysis.sentiment;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A linear model over hashed word features around the target and sums of lexicon valence. With a
 * target it tells three classes apart; without one it reads a valence. Trained by {@code
 * benchmarks/train-sentiment}; its weights are a resource.
 */
public final class LinearModel implements SentimentModel {
  /** Outputs of the model: the classes negative, neutral and positive, and the valence. */
  public static final int OUTPUTS = 4; // a row of so many bytes is one int

  /** The output that is the valence. */
  public static final int VALENCE = 3;

  /** Of each bucket its weights, a byte for each output, the first output's uppermost. */
  private final int[] rows;

  private final float[] decoded = new float[256];
  private final float largest;
  private final float[] sums;

  private LinearModel(byte[] buckets, float largest, float[] sums) {
    this.rows = new int[buckets.length / OUTPUTS];
    ByteBuffer.wrap(buckets).asIntBuffer().get(rows);
    this.largest = largest;
    this.sums = sums;
    for (int i = 0; i < decoded.length; i++) {
      float root = (byte) i / (float) Byte.MAX_VALUE;
      decoded[i] = root * Math.abs(root) * largest;
    }
  }

  /** The model that Slipstream ships. */
  public static LinearModel shipped() {
    try (InputStream in = LinearModel.class.getResourceAsStream("model.bin")) {
      return read(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A model with the weights that training found, {@link #OUTPUTS} for each row. A bucket's weight
   * is kept in one byte b as sign(b) (b / 127)^2 times the largest one, so that small weights, most
   * of all, keep their worth.
   *
   * @param buckets rows of the hashed features, a power of two of them
   * @param sums rows of {@link Features#sums}
   */
  public static LinearModel of(float[] buckets, float[] sums) {
    float largest = 0;
    for (float weight : buckets) largest = Math.max(largest, Math.abs(weight));
    byte[] bytes = new byte[buckets.length];
    for (int i = 0; i < bytes.length; i++) {
      double root = Math.sqrt(Math.abs(buckets[i]) / largest) * Byte.MAX_VALUE;
      bytes[i] = (byte) (Math.signum(buckets[i]) * Math.round(root));
    }
    return new LinearModel(bytes, largest, sums.clone());
  }

  /** Reads what {@link #write} wrote. */
  public static LinearModel read(InputStream in) throws IOException {
    var data = new DataInputStream(new BufferedInputStream(in));
    float[] sums = new float[Features.SUMS * OUTPUTS];
    for (int i = 0; i < sums.length; i++) sums[i] = data.readFloat();
    float largest = data.readFloat();
    byte[] buckets = new byte[data.readInt()];
    data.readFully(buckets);
    return new LinearModel(buckets, largest, sums);
  }

  /** Writes the weights: those of the sums, the largest, their number, and the buckets' bytes. */
  public void write(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    for (float weight : sums) data.writeFloat(weight);
    data.writeFloat(largest);
    var buckets = ByteBuffer.allocate(rows.length * OUTPUTS);
    buckets.asIntBuffer().put(rows);
    data.writeInt(buckets.capacity());
    data.write(buckets.array());
    data.flush();
  }

  @Override
  public double score(String sentence, int start, int end) {
    Features features = Features.of(sentence, start, end);
    if (start >= 0) return balance(classes(features));
    return Math.max(-1, Math.min(1, valence(features)));
  }

  /**
   * The chance of positive less that of negative, moved so that it leaves the neutral band when,
   * and only when, neutral is not the likeliest class.
   */
  private static double balance(float[] outputs) {
    double negative = Math.exp(outputs[0] - outputs[1]);
    double positive = Math.exp(outputs[2] - outputs[1]);
    double balance = (positive - negative) / (1 + positive + negative);
    if (Math.max(positive, negative) <= 1) return NEUTRAL_BAND * balance;
    return Math.signum(balance) * NEUTRAL_BAND + (1 - NEUTRAL_BAND) * balance;
  }

  private float[] classes(Features features) {
    float[] outputs = new float[VALENCE];
    float[] values = features.sums();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == 0) continue;
      for (int k = 0; k < VALENCE; k++) outputs[k] += values[i] * sums[OUTPUTS * i + k];
    }
    int[] found = found(features);
    int from = 0;
    for (int group = 0; group < features.groups(); group++) {
      int to = features.groupEnd(group);
      addClasses(found, from, to, outputs);
      from = to;
    }
    return outputs;
  }

  /**
   * The rows of all features. The table is larger than what a processor keeps close: a loop that
   * does nothing else waits for many rows at a time.
   */
  private int[] found(Features features) {
    int[] hashed = features.hashed();
    int mask = rows.length - 1;
    int[] found = new int[features.groupEnd(features.groups() - 1)];
    for (int i = 0; i < found.length; i++) found[i] = rows[hashed[i] & mask];
    return found;
  }

  private void addClasses(int[] found, int from, int to, float[] outputs) {
    float negative = 0;
    float neutral = 0;
    float positive = 0;
    for (int i = from; i < to; i++) {
      int row = found[i];
      negative += decoded[row >>> 24];
      neutral += decoded[row >>> 16 & 0xff];
      positive += decoded[row >>> 8 & 0xff];
    }
    float worth = Features.worth(to - from);
    outputs[0] += worth * negative;
    outputs[1] += worth * neutral;
    outputs[2] += worth * positive;
  }

  private float valence(Features features) {
    float output = 0;
    float[] values = features.sums();
    for (int i = 0; i < values.length; i++) output += values[i] * sums[OUTPUTS * i + VALENCE];
    int[] found = found(features);
    int from = 0;
    for (int group = 0; group < features.groups(); group++) {
      int to = features.groupEnd(group);
      float sum = 0;
      for (int i = from; i < to; i++) sum += decoded[found[i] & 0xff];
      output += Features.worth(to - from) * sum;
      from = to;
    }
    return output;
  }
}
