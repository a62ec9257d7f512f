package slipstream.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.Outcome;

/** A fetch that brought nothing, with its outcome and the reason in one line. */
public final class FetchException extends Exception {
  private static final long serialVersionUID = 1;
  private final Outcome outcome;
  private final int status;
  private final transient @Nullable Duration retryAfter;

  FetchException(Outcome outcome, String reason) {
    this(outcome, reason, 0, null);
  }

  FetchException(Outcome outcome, String reason, int status, @Nullable Duration retryAfter) {
    super(reason);
    this.outcome = outcome;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Of HTTP; 0 when there was no answer, or one that succeeded. */
  public int status() {
    return status;
  }

  /** How long the server asked us to stay away; null when it did not. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
