package slipstream.ingest.article;

/** Where on the page a block stands, seen from the main region. */
public enum Zone {
  /** Before the headline. */
  BEFORE,
  /** Between the headline and the main region. */
  LEAD,
  MAIN,
  AFTER
}
