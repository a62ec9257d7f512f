package slipstream.analysis.dates;

/** Which year or week a bare month, weekday or season means. */
public enum Sense {
  /** The next one, the current one included. */
  FUTURE,
  /** The latest one, the current one included. */
  PAST,
  /** The nearest one. */
  NEAREST
}
