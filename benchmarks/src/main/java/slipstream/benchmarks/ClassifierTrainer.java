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

/**
 * Fits the weights of a linear classifier by stochastic gradient descent with AdaGrad (Duchi, Hazan
 * and Singer, 2011) and the multinomial logistic loss. The same examples give the same weights on
 * any machine.
 */
final class ClassifierTrainer<C extends Enum<C>> {
  private static final int EPOCHS = 24;
  private static final long SEED = 7;
  private static final double RATE = 0.15;
  private static final double DECAY = 1e-3;
  private static final double DAMPING = 1e-2;

  /** What fewer sets have is a name or a habit of one author more often than language. */
  private static final int LEAST = 2;

  private final List<C> classes;
  private final Map<String, Row> rows = new TreeMap<>();

  /** What is known of a feature, by class. */
  private static final class Row {
    final double[] weights;

    /** Sums of the squared gradients so far. */
    final double[] squares;

    Row(int classes) {
      this.weights = new double[classes];
      this.squares = new double[classes];
    }

    void step(int of, double slope) {
      double gradient = slope + DECAY * weights[of];
      squares[of] += gradient * gradient;
      weights[of] -= RATE * gradient / Math.sqrt(squares[of] + DAMPING);
    }

    float[] rounded() {
      float[] rounded = new float[weights.length];
      for (int i = 0; i < rounded.length; i++) rounded[i] = Math.round(weights[i] * 1000) / 1000f;
      return rounded;
    }
  }

  /**
   * What is seen of something, and the class that it is of.
   *
   * @param set the set of items that it stands in
   */
  record Example<C extends Enum<C>>(String set, Set<String> features, C answer) {}

  /** Weights of each feature, one for each class. */
  static <C extends Enum<C>> Map<String, float[]> train(
      Class<C> classes, List<Example<C>> examples) {
    var trainer = new ClassifierTrainer<>(classes, examples);
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

  private ClassifierTrainer(Class<C> classes, List<Example<C>> examples) {
    this.classes = List.of(classes.getEnumConstants());
    var sets = new HashMap<String, Set<String>>();
    for (Example<C> example : examples) {
      for (String feature : example.features()) {
        sets.computeIfAbsent(feature, added -> new HashSet<>()).add(example.set());
      }
    }
    sets.forEach(
        (feature, in) -> {
          if (in.size() >= LEAST) rows.put(feature, new Row(this.classes.size()));
        });
  }

  private void learn(Example<C> example) {
    List<Row> known = example.features().stream().map(rows::get).filter(Objects::nonNull).toList();
    double worth = 1 / Math.sqrt(Math.max(1, known.size()));
    double[] chances = chances(known, worth);
    for (Row row : known) {
      for (int i = 0; i < chances.length; i++) {
        double miss = chances[i] - (classes.get(i) == example.answer() ? 1 : 0);
        row.step(i, miss * worth);
      }
    }
  }

  private double[] chances(List<Row> features, double worth) {
    double[] chances = new double[classes.size()];
    double total = 0;
    for (int i = 0; i < chances.length; i++) {
      for (Row row : features) chances[i] += row.weights[i] * worth;
      chances[i] = StrictMath.exp(chances[i]);
      total += chances[i];
    }
    for (int i = 0; i < chances.length; i++) chances[i] /= total;
    return chances;
  }
}
