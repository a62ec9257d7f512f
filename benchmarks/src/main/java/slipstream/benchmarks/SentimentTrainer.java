package slipstream.benchmarks;

import static slipstream.analysis.sentiment.LinearModel.OUTPUTS;
import static slipstream.analysis.sentiment.LinearModel.VALENCE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import slipstream.analysis.sentiment.Features;
import slipstream.analysis.sentiment.LinearModel;
import slipstream.benchmarks.TrainSentiment.Example;

/**
 * Fits the linear model by stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer,
 * 2011): multinomial logistic loss for the classes, squared loss for the valence.
 */
final class SentimentTrainer {
  private static final int BUCKETS = 1 << 18;
  private static final int EPOCHS = 5;
  private static final long SEED = 7;
  private static final float RATE = 0.03f;

  /** Of the words' valence, which has the lexicon to stand on. */
  private static final float VALENCE_RATE = 0.005f;

  /** Keeps the first steps of a rare feature small. */
  private static final float DAMPING = 1e-3f;

  /** Sentences without a target teach what words mean, but not whom they are about. */
  private static final float WORTH_WITHOUT_TARGET = 0.5f;

  private final float[] buckets = new float[BUCKETS * OUTPUTS];
  private final float[] bucketsSeen = new float[BUCKETS * OUTPUTS];
  private final float[] sums = new float[Features.SUMS * OUTPUTS];
  private final float[] sumsSeen = new float[Features.SUMS * OUTPUTS];

  LinearModel train(List<Example> examples) {
    var order = new ArrayList<>(examples);
    var random = new Random(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (Example example : order) learn(example);
    }
    return LinearModel.of(buckets, sums);
  }

  private void learn(Example example) {
    Features features = example.features();
    float[] slope = slopes(example, outputs(features));
    float[] values = features.sums();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) step(sums, sumsSeen, i, slope, values[i], RATE);
    }
    int from = 0;
    for (int group = 0; group < features.groups(); group++) {
      int to = features.groupEnd(group);
      float worth = Features.worth(to - from);
      for (int i = from; i < to; i++) {
        int row = features.hashed()[i] & (BUCKETS - 1);
        step(buckets, bucketsSeen, row, slope, worth, VALENCE_RATE);
      }
      from = to;
    }
  }

  private float[] outputs(Features features) {
    float[] outputs = new float[OUTPUTS];
    float[] values = features.sums();
    for (int i = 0; i < values.length; i++) add(outputs, sums, i, values[i]);
    int from = 0;
    for (int group = 0; group < features.groups(); group++) {
      int to = features.groupEnd(group);
      float worth = Features.worth(to - from);
      for (int i = from; i < to; i++) {
        add(outputs, buckets, features.hashed()[i] & (BUCKETS - 1), worth);
      }
      from = to;
    }
    return outputs;
  }

  private static void add(float[] outputs, float[] weights, int row, float value) {
    for (int k = 0; k < OUTPUTS; k++) outputs[k] += weights[row * OUTPUTS + k] * value;
  }

  /** How the loss rises with each output. */
  private static float[] slopes(Example example, float[] outputs) {
    float[] slopes = new float[OUTPUTS];
    double largest = Math.max(outputs[0], Math.max(outputs[1], outputs[2]));
    double total = 0;
    for (int k = 0; k < VALENCE; k++) total += StrictMath.exp(outputs[k] - largest);
    for (int k = 0; k < VALENCE; k++) {
      double chance = StrictMath.exp(outputs[k] - largest) / total;
      double slope = chance - (example.label() + 1 == k ? 1 : 0);
      slopes[k] = (float) slope * (example.hasTarget() ? 1 : WORTH_WITHOUT_TARGET);
    }
    if (!Float.isNaN(example.valence())) {
      slopes[VALENCE] = (outputs[VALENCE] - example.valence()) * example.weight();
    }
    return slopes;
  }

  private static void step(
      float[] weights, float[] seen, int row, float[] slope, float value, float valenceRate) {
    for (int k = 0; k < OUTPUTS; k++) {
      if (slope[k] == 0) continue;
      int i = row * OUTPUTS + k;
      float gradient = slope[k] * value;
      float rate = k == VALENCE ? valenceRate : RATE;
      seen[i] += gradient * gradient;
      weights[i] -= (float) (rate * gradient / Math.sqrt(seen[i] + DAMPING));
    }
  }
}
