package slipstream.contracts;

/**
 * Sentiment towards a target, as a sum that can be folded; the mean is derived.
 *
 * @param n number of sentences that speak of the target
 * @param sum sum of their values, each in [-1, 1]
 */
public record Sentiment(int n, double sum) {
  public static final Sentiment NONE = new Sentiment(0, 0);

  /** The mean in [-1, 1]; 0 when no sentence speaks of the target. */
  public double mean() {
    return n == 0 ? 0 : sum / n;
  }

  public Sentiment plus(double value) {
    return new Sentiment(n + 1, sum + value);
  }
}
