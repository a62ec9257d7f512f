package slipstream.ingest.fetch;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.Outcome;

/** A status that is no answer. */
final class StatusException extends IOException {
  private static final long serialVersionUID = 1;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final int status;
  private final transient @Nullable Duration retryAfter;

  StatusException(int status, @Nullable Duration retryAfter) {
    super("the server answered " + status);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  FetchException asFailure() {
    return new FetchException(outcome(), String.valueOf(getMessage()), status, retryAfter);
  }

  private Outcome outcome() {
    boolean asksToWait = status == UNAVAILABLE && retryAfter != null;
    if (status == TOO_MANY_REQUESTS || asksToWait) return Outcome.RATE_LIMITED;
    return status < 500 ? Outcome.CLIENT_ERROR : Outcome.SERVER_ERROR;
  }
}
