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

/**
 * Weighs the features of a date: each speaks for or against each role, and the role with the
 * greatest sum is the date's. Trained from our own annotated items by {@code
 * benchmarks/train-date-roles}; its weights are a resource that can be read. Immutable.
 */
public final class DateRoleModel {
  private static final DateRole[] ROLES = DateRole.values();

  /** By the kind of a feature, then by its value. */
  private final Map<String, Map<String, Row>> rows = new HashMap<>();

  /** What a feature speaks for. */
  private static final class Row {
    /** No other row has it. */
    private final int number;

    /** One for each role. */
    private final float[] weights;

    Row(int number, float[] weights) {
      this.number = number;
      this.weights = weights.clone();
    }
  }

  /**
   * @param weights of each feature, one for each {@link DateRole} in order
   */
  public DateRoleModel(Map<String, float[]> weights) {
    int next = 0;
    for (Map.Entry<String, float[]> feature : weights.entrySet()) {
      String name = feature.getKey();
      rows.computeIfAbsent(kind(name), added -> new HashMap<>())
          .put(value(name), new Row(next++, feature.getValue()));
    }
  }

  /** The model that Slipstream ships. */
  public static DateRoleModel shipped() {
    InputStream in = DateRoleModel.class.getResourceAsStream("date-roles.tsv");
    var weights = new HashMap<String, float[]>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        String[] columns = line.split("\t", -1);
        float[] row = new float[ROLES.length];
        for (int i = 0; i < row.length; i++) row[i] = Float.parseFloat(columns[i + 1]);
        weights.put(columns[0], row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DateRoleModel(weights);
  }

  private static String kind(String feature) {
    int space = feature.indexOf(' ');
    return space < 0 ? feature : feature.substring(0, space);
  }

  private static String value(String feature) {
    int space = feature.indexOf(' ');
    return space < 0 ? "" : feature.substring(space + 1);
  }

  /** The role that most speaks for. */
  public DateRole role(Iterable<String> features) {
    var sums = new Sums();
    for (String feature : features) sums.add(kind(feature), value(feature));
    return sums.role(DateRole.OTHER, 0);
  }

  /** What speaks for each role of one date, to be added up. */
  Sums sums() {
    return new Sums();
  }

  /** Adds up what speaks for each role, each feature once. */
  final class Sums implements DateFeatures.Sink {
    private final float[] sums = new float[ROLES.length];
    private final BitSet added = new BitSet();

    @Override
    public void add(String kind, String value) {
      Map<String, Row> ofKind = rows.get(kind);
      Row row = ofKind == null ? null : ofKind.get(value);
      if (row == null || added.get(row.number)) return;
      added.set(row.number);
      for (int i = 0; i < sums.length; i++) sums[i] += row.weights[i];
    }

    /**
     * The role that most speaks for.
     *
     * @param rule the role by the rules
     * @param trust what speaks for it beforehand
     */
    DateRole role(DateRole rule, float trust) {
      int best = 0;
      for (int i = 0; i < sums.length; i++) {
        if (ROLES[i] == rule) sums[i] += trust;
        boolean leads = ROLES[i] == rule && sums[i] >= sums[best];
        if (leads || sums[i] > sums[best]) best = i;
      }
      return ROLES[best];
    }
  }
}
