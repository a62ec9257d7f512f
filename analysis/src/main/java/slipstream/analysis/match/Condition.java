package slipstream.analysis.match;

/** What must hold where a phrase stands for it to count. */
interface Condition {
  /**
   * Judges one occurrence.
   *
   * @param at its place in the passage
   */
  boolean holds(Passage passage, int at);
}
