package slipstream.ingest.feed;

/** Content that is no feed; the message says what it looks like. */
public final class FeedException extends Exception {
  private static final long serialVersionUID = 1;

  public FeedException(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
