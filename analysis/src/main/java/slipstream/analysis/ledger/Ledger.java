package slipstream.analysis.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import slipstream.contracts.Claim;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Verdict;

/**
 * The ledger of one subject as a fold over its claims, by the rules of the annotation guideline
 * ("Same claim or changed claim") in order of publication. Pure: any order of the same claims, and
 * any number of repeats, gives the same fold.
 */
public final class Ledger {
  /** The rules in the order in which they are asked; numbers are those of the guideline. */
  private static final List<Rule> RULES =
      List.of(
          NewsRules::guess,
          ReleaseRules::released,
          DenialRules::denied,
          NewsRules::alreadyOut,
          ReleaseRules::cancelled,
          NewsRules::silence,
          NewsRules::past,
          DenialRules::blocked,
          NewsRules::retelling,
          NoDateRules::noDate,
          RumourRules::rumour,
          DateRules::shiftInside,
          DateRules::concreteDay,
          DateRules::repeat,
          DateRules::givenUp,
          DateRules::move);

  private Ledger() {}

  /**
   * Folds the claims of a subject.
   *
   * @param subject id of the subject
   * @param claims in any order, repeats allowed; ids must be those of {@link #claimId}
   * @param rejectedClaimIds claims that a person has rejected
   * @param clock the newest publication of the subject, or the wall clock when all was read
   * @param configVersion version of the watchlist, for what has no claim
   */
  public static Fold fold(
      String subject,
      Collection<LedgerClaim> claims,
      Set<String> rejectedClaimIds,
      Instant clock,
      String configVersion) {
    var ledger = new RunningLedger(subject);
    rejectedClaimIds.forEach(ledger::reject);
    distinct(claims).forEach(ledger::put);
    return ledger.fold(clock, configVersion);
  }

  /**
   * What the ledger would have said at a time, had it known all that was published by then.
   *
   * @param asOf the time; claims published later are left out, as if they had never been read
   */
  public static Fold asOf(
      String subject,
      Collection<LedgerClaim> claims,
      Set<String> rejectedClaimIds,
      Instant asOf,
      String configVersion) {
    var published = claims.stream().filter(c -> !publishedAfter(c, asOf)).toList();
    return fold(subject, published, rejectedClaimIds, asOf, configVersion);
  }

  private static boolean publishedAfter(LedgerClaim claim, Instant time) {
    var published = claim.item().published();
    return published != null && published.at().isAfter(time);
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

  /** What the first rule that decides says; it moves the state. */
  static Verdict judge(Entry entry, LedgerState state) {
    for (Rule rule : RULES) {
      var verdict = rule.judge(entry, state);
      if (verdict != null) return verdict;
    }
    throw new IllegalStateException("no rule decides claim " + entry.id());
  }

  /** One claim for each id: the version learned first. */
  private static Collection<LedgerClaim> distinct(Collection<LedgerClaim> claims) {
    var distinct = new TreeMap<String, LedgerClaim>();
    for (LedgerClaim claim : claims) {
      distinct.merge(claim.id(), claim, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b);
    }
    return distinct.values();
  }

  private static final Comparator<LedgerClaim> FIRST =
      Comparator.comparing(LedgerClaim::learnedAt).thenComparing(c -> c.item().version());
}
