package slipstream.app.past;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import slipstream.analysis.ledger.Announcements;
import slipstream.analysis.ledger.Fold;
import slipstream.analysis.ledger.Ledger;
import slipstream.app.cli.ClusterLink;
import slipstream.contracts.Change;
import slipstream.contracts.ClaimOverride;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;

/**
 * Claims, rejections, outlooks and announced changes, as the topics hold them: the fold of every
 * subject can be made again from them, at any time of the past.
 *
 * @param claims by subject
 * @param rejections what people have rejected
 * @param outlooks subject -> what is held
 * @param announced oldest first, as they were announced
 */
public record Past(
    Map<String, List<LedgerClaim>> claims,
    List<ClaimOverride> rejections,
    Map<String, Outlook> outlooks,
    List<Change> announced) {

  /**
   * Reads the topics.
   *
   * @throws IOException when one cannot be read
   */
  public static Past read(ClusterLink link) throws IOException, InterruptedException {
    var topics = link.topics();
    var changes = new ArrayList<Change>();
    link.read(
        topics.alertsChanges(),
        (key, change, timestamp) -> {
          if (change != null) changes.add(change);
        });
    return new Past(
        link.table(topics.releaseClaims()).values().stream()
            .collect(groupingBy(c -> c.claim().subject(), TreeMap::new, Collectors.toList())),
        List.copyOf(link.table(topics.ledgerOverrides()).values()),
        link.table(topics.releaseOutlooks()),
        changes);
  }

  /** Every subject of which anything is known. */
  public Set<String> subjects() {
    var subjects = new TreeSet<>(claims.keySet());
    subjects.addAll(outlooks.keySet());
    return subjects;
  }

  public List<LedgerClaim> claims(String subject) {
    return claims.getOrDefault(subject, List.of());
  }

  public Optional<LedgerClaim> claim(String id) {
    return claims.values().stream().flatMap(List::stream).filter(c -> c.id().equals(id)).findAny();
  }

  /** What was announced for a subject, oldest first. */
  public List<Change> announced(String subject) {
    return announced.stream().filter(c -> c.subject().equals(subject)).toList();
  }

  /** What would have been held, had everything published by then been known. */
  public Fold asOf(String subject, Instant time) {
    return Announcements.named(
        Ledger.asOf(subject, claims(subject), rejected(), time, config(subject)),
        announced(subject));
  }

  /** The fold at the clock of the outlook. */
  public Fold fold(String subject, Set<String> rejected) {
    Outlook outlook = outlooks.get(subject);
    Instant clock = outlook == null ? Instant.now() : outlook.clock();
    return Ledger.fold(subject, claims(subject), rejected, clock, config(subject));
  }

  /** Ids of the rejected claims. */
  public Set<String> rejected() {
    return rejections.stream().map(ClaimOverride::claim).collect(toUnmodifiableSet());
  }

  private String config(String subject) {
    Outlook outlook = outlooks.get(subject);
    return outlook == null ? "" : outlook.config();
  }
}
