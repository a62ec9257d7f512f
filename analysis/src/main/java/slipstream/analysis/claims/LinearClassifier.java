package slipstream.analysis.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.NumberTable;

/**
 * Weighs features: each speaks for or against each class, and the class with the greatest sum is
 * the answer. Trained from our own annotated items by {@code benchmarks/train-claims}; its weights
 * are a resource that can be read. Immutable.
 *
 * @param <C> the classes
 */
public final class LinearClassifier<C extends Enum<C>> {
  private final C[] classes;

  /** Of each feature, from 1 on. */
  private final NumberTable numbers;

  /** By the number of the feature and the class. */
  private final float[] weights;

  /**
   * @param weights of each feature, one for each class in order
   * @throws IllegalArgumentException when a feature has more or fewer weights than there are
   *     classes, or the hash of another
   */
  public LinearClassifier(Class<C> classes, Map<String, float[]> weights) {
    this.classes = classes.getEnumConstants();
    this.numbers = new NumberTable(weights.size());
    this.weights = new float[(weights.size() + 1) * this.classes.length];
    int number = 0;
    for (Map.Entry<String, float[]> feature : weights.entrySet()) {
      put(feature.getKey(), ++number, feature.getValue());
    }
  }

  private void put(String name, int number, float[] row) {
    if (row.length != classes.length) {
      throw new IllegalArgumentException(
          "'" + name + "' has " + row.length + " weights, not " + classes.length);
    }
    numbers.put(Feature.of(name).hash(), number, name);
    System.arraycopy(row, 0, weights, number * row.length, row.length);
  }

  /**
   * A classifier that Slipstream ships.
   *
   * @param resource a feature a line with its weights, tab-separated
   */
  static <C extends Enum<C>> LinearClassifier<C> shipped(Class<C> classes, String resource) {
    InputStream in = LinearClassifier.class.getResourceAsStream(resource);
    var weights = new HashMap<String, float[]>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        String[] columns = line.split("\t", -1);
        float[] row = new float[columns.length - 1];
        for (int i = 0; i < row.length; i++) row[i] = Float.parseFloat(columns[i + 1]);
        weights.put(columns[0], row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LinearClassifier<>(classes, weights);
  }

  /** The class that most speaks for. */
  public C best(Iterable<String> features) {
    var sums = new Sums();
    for (String feature : features) sums.add(Feature.of(feature));
    return sums.best(null, 0);
  }

  /** What speaks for each class, to be added up. */
  Sums sums() {
    return new Sums();
  }

  /** Adds up what speaks for each class, each feature once. */
  final class Sums implements FeatureSink {
    private final float[] sums = new float[classes.length];
    private final BitSet added = new BitSet(weights.length / classes.length);

    @Override
    public void add(Feature feature) {
      int number = numbers.get(feature.hash());
      if (number == NumberTable.NONE || added.get(number)) return;
      added.set(number);
      for (int i = 0; i < sums.length; i++) sums[i] += weights[number * sums.length + i];
    }

    /**
     * The class that most speaks for.
     *
     * @param rule the class by the rules, which is taken where sums are equal
     * @param lead what speaks for it beforehand, in the unit of the weights
     */
    C best(@Nullable C rule, float lead) {
      int best = 0;
      float most = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < sums.length; i++) {
        boolean ruled = classes[i] == rule;
        float sum = ruled ? sums[i] + lead : sums[i];
        if (sum < most || (sum == most && !ruled)) continue;
        best = i;
        most = sum;
      }
      return classes[best];
    }
  }
}
