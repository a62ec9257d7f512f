package slipstream.ingest.feed;

/** Text that is not well-formed XML, or not surely. It is an answer, so it carries no trace. */
final class IllFormedException extends Exception {
  private static final long serialVersionUID = 1L;

  IllFormedException(String reason) {
    super(reason, null, false, false);
  }
}
