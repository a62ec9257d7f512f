package slipstream.analysis.sentiment;

/** Reads how one sentence speaks of a target. Safe for any number of threads. */
public interface SentimentModel {
  /** A score at most this far from 0 is neutral. */
  double NEUTRAL_BAND = 0.1;

  /**
   * The sentiment of {@code sentence} towards the target that stands at {@code start} to {@code
   * end} in it.
   *
   * @param start offset of the target's first UTF-16 unit, inclusive; negative = no target: the
   *     sentence as a whole
   * @param end offset after its last, exclusive
   * @return a value in [-1, 1]; 0 is neutral
   */
  double score(String sentence, int start, int end);
}
