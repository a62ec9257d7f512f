package slipstream.analysis.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.contracts.Claim;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.Position;

/** The ledger of one subject as a fold over its claims. */
public final class Ledger {
  private Ledger() {}

  public static Fold fold(
      String subject,
      Collection<LedgerClaim> claims,
      Set<String> rejectedClaimIds,
      Instant clock,
      String configVersion) {
    var outlook =
        new Outlook(
            subject, Position.NONE, null, null, false, null, List.of(), null, clock, configVersion);
    return new Fold(outlook, List.of(), Map.of());
  }

  /**
   * The id of a claim: the same for every version of the item that makes the same claim, that is
   * names the same subject, status and window.
   *
   * @return 16 hex digits
   */
  public static String claimId(String itemId, Claim claim) {
    var window = claim.window();
    return Ids.of(
        itemId,
        claim.subject(),
        claim.status().name(),
        window == null ? "" : window.earliest() + ".." + window.latest());
  }
}
