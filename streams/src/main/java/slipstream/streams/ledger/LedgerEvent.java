package slipstream.streams.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ClaimOverride;
import slipstream.streams.story.StoryUpdate;

/** What moves the ledger. */
public sealed interface LedgerEvent {
  /** Items said something of the subject, or took it back; keyed by subject. */
  record Told(StoryUpdate update) implements LedgerEvent {}

  /** Nothing was left to read at {@code now}: for every subject of the partition. */
  record Ticked(Instant now) implements LedgerEvent {}

  /**
   * A person rejected a claim, or took that back; keyed by {@code subject|claimId}.
   *
   * @param override null = taken back
   */
  record Ruled(@Nullable ClaimOverride override) implements LedgerEvent {}
}
