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

/**
 * Weighs features: each speaks for or against each class, and the class with the greatest sum is
 * the answer. Trained from our own annotated items by {@code benchmarks/train-claims}; its weights
 * are a resource that can be read. Immutable.
 *
 * @param <C> the classes
 */
public final class LinearClassifier<C extends Enum<C>> {
  private final C[] classes;

  private final Map<String, Kind> kinds = new HashMap<>();

  /** The features of one kind. */
  private static final class Kind {
    private final WordNumbers numbers;

    /** By the number of the value and the class. */
    private final float[] weights;

    /** Sets its values apart from those of other kinds. */
    private final int first;

    Kind(Map<String, float[]> byValue, int classes, int first) {
      var places = new HashMap<String, Integer>();
      for (String value : byValue.keySet()) places.put(value, places.size() + 1);
      this.numbers = new WordNumbers(places);
      this.weights = new float[numbers.size() * classes];
      this.first = first;
      byValue.forEach(
          (value, row) -> System.arraycopy(row, 0, weights, numbers.of(value) * classes, classes));
    }
  }

  /**
   * @param weights of each feature, one for each class in order
   * @throws IllegalArgumentException when a feature has more or fewer weights than there are
   *     classes
   */
  public LinearClassifier(Class<C> classes, Map<String, float[]> weights) {
    this.classes = classes.getEnumConstants();
    var byKind = new HashMap<String, Map<String, float[]>>();
    weights.forEach(
        (name, row) -> {
          if (row.length != this.classes.length) {
            throw new IllegalArgumentException(
                "'" + name + "' has " + row.length + " weights, not " + this.classes.length);
          }
          byKind.computeIfAbsent(kind(name), added -> new HashMap<>()).put(value(name), row);
        });
    int first = 0;
    for (Map.Entry<String, Map<String, float[]>> kind : byKind.entrySet()) {
      var read = new Kind(kind.getValue(), this.classes.length, first);
      kinds.put(kind.getKey(), read);
      first += read.numbers.size();
    }
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

  private static String kind(String feature) {
    int space = feature.indexOf(' ');
    return space < 0 ? feature : feature.substring(0, space);
  }

  private static String value(String feature) {
    int space = feature.indexOf(' ');
    return space < 0 ? "" : feature.substring(space + 1);
  }

  /** The class that most speaks for. */
  public C best(Iterable<String> features) {
    var sums = new Sums();
    for (String feature : features) sums.add(kind(feature), value(feature));
    return sums.best(null, 0);
  }

  /** What speaks for each class, to be added up. */
  Sums sums() {
    return new Sums();
  }

  /** Adds up what speaks for each class, each feature once. */
  final class Sums implements FeatureSink {
    private final float[] sums = new float[classes.length];
    private final BitSet added = new BitSet();

    @Override
    public void add(String kind, String value) {
      Kind known = kinds.get(kind);
      if (known != null) add(known, known.numbers.of(value));
    }

    @Override
    public void add(String kind, String value, String beside) {
      Kind known = kinds.get(kind);
      if (known != null) add(known, known.numbers.of(value, beside));
    }

    private void add(Kind known, int number) {
      if (number == WordNumbers.UNKNOWN) return;
      if (added.get(known.first + number)) return;
      added.set(known.first + number);
      for (int i = 0; i < sums.length; i++) sums[i] += known.weights[number * sums.length + i];
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
