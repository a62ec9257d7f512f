package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claim in the ledger with its verdict, on {@code release.claims}, keyed by {@code
 * subject|claimId}, compacted.
 *
 * @param id of the claim: stable over item versions that make the same claim
 * @param claim what was read
 * @param item where it was read
 * @param learnedAt when Slipstream learned the item (the record time of {@code news.items})
 * @param story id of the story the item belongs to
 * @param verdict what the fold did with it; null before the first fold
 * @param config version of the watchlist it was read with
 */
public record LedgerClaim(
    String id,
    Claim claim,
    ItemRef item,
    Instant learnedAt,
    String story,
    @Nullable Verdict verdict,
    String config) {
  public LedgerClaim {
    field(id, "id");
    field(claim, "claim");
    field(item, "item");
    field(learnedAt, "learnedAt");
    field(story, "story");
    field(config, "config");
  }

  public LedgerClaim withVerdict(Verdict verdict) {
    return new LedgerClaim(id, claim, item, learnedAt, story, verdict, config);
  }
}
