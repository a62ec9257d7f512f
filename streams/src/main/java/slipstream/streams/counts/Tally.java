package slipstream.streams.counts;

import slipstream.contracts.SentimentCount;

/**
 * Items and their sentiment, in whole numbers: sums of fractions would depend on the order of
 * adding.
 *
 * @param millionths sum of the items' means, in millionths
 */
record Tally(int n, long millionths, int positive, int neutral, int negative) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  private static final double MILLION = 1_000_000;

  /** One item. */
  static Tally of(double mean, double neutralBand) {
    int sign = mean > neutralBand ? 1 : mean < -neutralBand ? -1 : 0;
    return new Tally(
        1, Math.round(mean * MILLION), sign > 0 ? 1 : 0, sign == 0 ? 1 : 0, sign < 0 ? 1 : 0);
  }

  static Tally of(SentimentCount count) {
    return new Tally(
        count.n(),
        Math.round(count.sum() * MILLION),
        count.positive(),
        count.neutral(),
        count.negative());
  }

  Tally times(int factor) {
    return new Tally(
        n * factor, millionths * factor, positive * factor, neutral * factor, negative * factor);
  }

  Tally plus(Tally other) {
    return new Tally(
        n + other.n,
        millionths + other.millionths,
        positive + other.positive,
        neutral + other.neutral,
        negative + other.negative);
  }

  SentimentCount toCount(String watched, String bucket) {
    return new SentimentCount(
        watched, bucket, n, millionths / MILLION, positive, neutral, negative);
  }
}
