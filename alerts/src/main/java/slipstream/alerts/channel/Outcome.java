package slipstream.alerts.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a receiver answered to one try. */
public sealed interface Outcome {
  /**
   * Received.
   *
   * @param receipt the receiver's id of the message; null when it gave none
   */
  record Delivered(@Nullable String receipt) implements Outcome {}

  /**
   * Not now.
   *
   * @param reason what went wrong, without secrets
   * @param after the least time to wait, as the receiver asked; zero when it did not
   */
  record Retry(String reason, Duration after) implements Outcome {}

  /**
   * Never: the same try would fail again.
   *
   * @param reason what went wrong, without secrets
   */
  record Dead(String reason) implements Outcome {}
}
