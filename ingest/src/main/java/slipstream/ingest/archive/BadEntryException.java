package slipstream.ingest.archive;

/** An entry of an archive that cannot become an item; the message says why in one line. */
final class BadEntryException extends Exception {
  private static final long serialVersionUID = 1;
  private final int line;

  BadEntryException(String reason) {
    this(reason, 1);
  }

  BadEntryException(String reason, int line) {
    super(reason);
    this.line = line;
  }

  /** Line of the file, where the entry is one. */
  int line() {
    return line;
  }
}
