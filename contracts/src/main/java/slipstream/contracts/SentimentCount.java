package slipstream.contracts;

import static slipstream.contracts.Required.field;

/**
 * Sentiment of items, folded copies once, on {@code counts.sentiment}, keyed by {@code
 * watched|bucket}, compacted. The mean is {@code sum / n}.
 *
 * @param watched id of the subject or theme
 * @param bucket {@code total}, a day ({@code 2025-06-26}) or an hour ({@code 2025-06-26T14}) of
 *     publication, UTC
 * @param n number of items
 * @param sum sum of the items' means, each in [-1, 1]
 * @param positive items with a mean above the neutral band
 * @param neutral items within it
 * @param negative items below it
 */
public record SentimentCount(
    String watched, String bucket, int n, double sum, int positive, int neutral, int negative) {
  public SentimentCount {
    field(watched, "watched");
    field(bucket, "bucket");
  }
}
