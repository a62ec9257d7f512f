package slipstream.ingest;

import java.util.Locale;

/** How a poll went: the label of {@code slipstream.ingest.fetches}. */
public enum Outcome {
  OK,
  NOT_MODIFIED,
  RATE_LIMITED,
  CLIENT_ERROR,
  SERVER_ERROR,
  TIMEOUT,
  IO_ERROR,
  PARSE_ERROR,
  ROBOTS_DENIED,
  /** An address that must not be fetched: a private network, or no contact is configured. */
  REFUSED,
  /** Nothing was asked yet, or there was nothing to tell: not counted, not written. */
  NONE;

  /** True when the source answered and was understood. */
  public boolean isSuccess() {
    return this == OK || this == NOT_MODIFIED;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
