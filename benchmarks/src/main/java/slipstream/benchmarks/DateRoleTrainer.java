package slipstream.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import slipstream.analysis.claims.DateRole;

/**
 * Fits the model of date roles by stochastic gradient descent with AdaGrad (Duchi, Hazan and
 * Singer, 2011) and the multinomial logistic loss.
 */
final class DateRoleTrainer {
  private static final List<DateRole> ORDER = List.of(DateRole.values());
  private static final int ROLES = ORDER.size();
  private static final int EPOCHS = 12;
  private static final long SEED = 7;
  private static final double RATE = 0.15;
  private static final double DECAY = 1e-3;
  private static final double DAMPING = 1e-2;

  /** What fewer dates have teaches more of them than of language. */
  private static final int LEAST = 2;

  private final Map<String, Row> rows = new TreeMap<>();

  /** What is known of a feature, by role. */
  private static final class Row {
    final double[] weights = new double[ROLES];

    /** Sums of the squared gradients so far. */
    final double[] squares = new double[ROLES];

    void step(int role, double slope) {
      double gradient = slope + DECAY * weights[role];
      squares[role] += gradient * gradient;
      weights[role] -= RATE * gradient / Math.sqrt(squares[role] + DAMPING);
    }

    float[] rounded() {
      float[] rounded = new float[ROLES];
      for (int i = 0; i < ROLES; i++) rounded[i] = Math.round(weights[i] * 1000) / 1000f;
      return rounded;
    }
  }

  /** A date with its role. */
  record Example(Set<String> features, DateRole role) {}

  /** Weights of each feature, one for each role. */
  static Map<String, float[]> train(List<Example> examples) {
    var trainer = new DateRoleTrainer(examples);
    var order = new ArrayList<>(examples);
    var random = new Random(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      order.forEach(trainer::learn);
    }
    var floats = new TreeMap<String, float[]>();
    trainer.rows.forEach((feature, row) -> floats.put(feature, row.rounded()));
    return floats;
  }

  private DateRoleTrainer(List<Example> examples) {
    var counts = new HashMap<String, Integer>();
    for (Example example : examples) {
      for (String feature : new HashSet<>(example.features()))
        counts.merge(feature, 1, Integer::sum);
    }
    counts.forEach(
        (feature, count) -> {
          if (count >= LEAST) rows.put(feature, new Row());
        });
  }

  private void learn(Example example) {
    List<Row> known = example.features().stream().map(rows::get).filter(Objects::nonNull).toList();
    double worth = 1 / Math.sqrt(Math.max(1, known.size()));
    double[] chances = chances(known, worth);
    for (Row row : known) {
      for (int role = 0; role < ROLES; role++) {
        double miss = chances[role] - (ORDER.get(role) == example.role() ? 1 : 0);
        row.step(role, miss * worth);
      }
    }
  }

  private static double[] chances(List<Row> features, double worth) {
    double[] chances = new double[ROLES];
    double total = 0;
    for (int role = 0; role < ROLES; role++) {
      for (Row row : features) chances[role] += row.weights[role] * worth;
      chances[role] = StrictMath.exp(chances[role]);
      total += chances[role];
    }
    for (int role = 0; role < ROLES; role++) chances[role] /= total;
    return chances;
  }
}
