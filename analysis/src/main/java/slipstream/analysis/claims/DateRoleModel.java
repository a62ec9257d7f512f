package slipstream.analysis.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private final Map<String, float[]> weights;

  /**
   * @param weights of each feature, one for each {@link DateRole} in order
   */
  public DateRoleModel(Map<String, float[]> weights) {
    this.weights = Map.copyOf(weights);
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

  /** The role that most speaks for. */
  public DateRole role(Iterable<String> features) {
    return role(features, DateRole.OTHER, 0);
  }

  /**
   * The role that most speaks for.
   *
   * @param rule the role by the rules
   * @param trust what speaks for it beforehand
   */
  DateRole role(Iterable<String> features, DateRole rule, float trust) {
    float[] sums = new float[ROLES.length];
    for (String feature : features) {
      float[] row = weights.get(feature);
      for (int i = 0; row != null && i < sums.length; i++) sums[i] += row[i];
    }
    int best = 0;
    for (int i = 0; i < sums.length; i++) {
      if (ROLES[i] == rule) sums[i] += trust;
      boolean leads = ROLES[i] == rule && sums[i] >= sums[best];
      if (leads || sums[i] > sums[best]) best = i;
    }
    return ROLES[best];
  }
}
