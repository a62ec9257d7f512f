package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Instant;

/**
 * A person's rejection of a wrong reading, on {@code ledger.overrides}, keyed by {@code
 * subject|claimId}, compacted; a tombstone takes the rejection back.
 *
 * @param claim id of the rejected claim
 * @param why the person's reason
 * @param by who rejected it
 * @param at when
 */
public record ClaimOverride(String claim, String why, String by, Instant at) {
  public ClaimOverride {
    field(claim, "claim");
    field(why, "why");
    field(by, "by");
    field(at, "at");
  }
}
