package slipstream.web.view;

import java.util.List;
import java.util.Optional;
import slipstream.contracts.Change;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.SentimentCount;
import slipstream.contracts.StatusCount;

/**
 * All that is held at one moment.
 *
 * @param outlooks by subject
 * @param claims newest publication first, undated last
 * @param changes newest first
 * @param statusCounts by watched id and bucket
 * @param sentimentCounts by watched id and bucket
 */
public record Snapshot(
    List<Outlook> outlooks,
    List<LedgerClaim> claims,
    List<Change> changes,
    List<StatusCount> statusCounts,
    List<SentimentCount> sentimentCounts) {
  public static final Snapshot EMPTY =
      new Snapshot(List.of(), List.of(), List.of(), List.of(), List.of());

  public Optional<Outlook> outlook(String subject) {
    return outlooks.stream().filter(o -> o.subject().equals(subject)).findFirst();
  }

  public List<LedgerClaim> claimsOf(String subject) {
    return claims.stream().filter(c -> c.claim().subject().equals(subject)).toList();
  }

  public List<Change> changesOf(String subject) {
    return changes.stream().filter(c -> c.subject().equals(subject)).toList();
  }

  public Optional<StatusCount> statusTotal(String watched) {
    return statusCounts.stream()
        .filter(c -> c.watched().equals(watched) && c.bucket().equals("total"))
        .findFirst();
  }

  public Optional<SentimentCount> sentimentTotal(String watched) {
    return sentimentCounts.stream()
        .filter(c -> c.watched().equals(watched) && c.bucket().equals("total"))
        .findFirst();
  }
}
