package slipstream.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.Outcome;

/** A fetch that brought nothing, with its outcome and the reason in one line. */
public final class FetchException extends Exception {
  private static final long serialVersionUID = 1;
  private final Outcome outcome;
  private final transient @Nullable Duration retryAfter;

  FetchException(Outcome outcome, String reason) {
    this(outcome, reason, null);
  }

  FetchException(Outcome outcome, String reason, @Nullable Duration retryAfter) {
    super(reason);
    this.outcome = outcome;
    this.retryAfter = retryAfter;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** How long the server asked us to stay away; null when it did not. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
