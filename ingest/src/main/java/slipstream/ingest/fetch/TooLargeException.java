package slipstream.ingest.fetch;

import java.io.IOException;

/** More bytes, after decoding, than a body may have. */
final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  TooLargeException(long max) {
    super("larger than " + max / (1024 * 1024) + " MiB");
  }
}
