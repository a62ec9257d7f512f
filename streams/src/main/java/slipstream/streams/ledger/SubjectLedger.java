package slipstream.streams.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.ledger.Fold;
import slipstream.analysis.ledger.Ledger;
import slipstream.contracts.Change;
import slipstream.contracts.Claim;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.Publication;
import slipstream.contracts.Verdict;
import slipstream.streams.story.HeldMention;
import slipstream.streams.story.StoryUpdate.Move;

/** What is known of one subject, in memory; the stores hold the same. */
final class SubjectLedger {
  private final String subject;
  private final Map<String, LedgerClaim> claims = new TreeMap<>();
  private final Set<String> rejected = new HashSet<>();
  private final List<Change> announced = new ArrayList<>();
  private SubjectState state = SubjectState.NEW;
  private boolean folded;

  SubjectLedger(String subject) {
    this.subject = subject;
  }

  String subject() {
    return subject;
  }

  SubjectState state() {
    return state;
  }

  void set(SubjectState newState) {
    state = newState;
  }

  @Nullable LedgerClaim claim(String id) {
    return claims.get(id);
  }

  void put(LedgerClaim claim) {
    claims.put(claim.id(), claim);
  }

  List<Change> announced() {
    return announced;
  }

  void add(Change change) {
    announced.add(change);
  }

  void reject(String claimId) {
    rejected.add(claimId);
  }

  void accept(String claimId) {
    rejected.remove(claimId);
  }

  /**
   * Puts what an item claims now in the place of what it claimed before.
   *
   * @return ids of the claims that are new, other than before, or gone
   */
  Set<String> apply(Move move) {
    var touched = new TreeSet<String>();
    var now = claimsOf(move.after());
    for (String id : claimsOf(move.before()).keySet()) {
      if (!now.containsKey(id) && claims.remove(id) != null) touched.add(id);
    }
    for (LedgerClaim claim : now.values()) {
      if (take(claim)) touched.add(claim.id());
    }
    return touched;
  }

  /** Moves the newest publication, unless an item claims to come from the future. */
  void hear(@Nullable Publication published, Instant learnedAt, String config) {
    if (published == null) return;
    Instant at = published.at().isBefore(learnedAt) ? published.at() : learnedAt;
    state = state.withNewest(at, config);
  }

  /** True when a fold at {@code clock} may give another outlook though no claim has changed. */
  boolean isDue(Instant clock) {
    Outlook outlook = state.outlook();
    return !folded || outlook == null || day(clock).isAfter(day(outlook.clock()));
  }

  Fold fold(Instant clock) {
    folded = true;
    return Ledger.fold(subject, claims.values(), rejected, clock, state.config());
  }

  /** Gives each claim its verdict, and returns the claims that got another one than before. */
  List<LedgerClaim> judge(Map<String, Verdict> verdicts) {
    var judged = new ArrayList<LedgerClaim>();
    for (LedgerClaim claim : claims.values()) {
      Verdict verdict = verdicts.get(claim.id());
      if (verdict != null && !verdict.equals(claim.verdict())) {
        judged.add(claim.withVerdict(verdict));
      }
    }
    judged.forEach(this::put);
    return judged;
  }

  private boolean take(LedgerClaim claim) {
    LedgerClaim before = claims.get(claim.id());
    LedgerClaim now = before == null ? claim : again(claim, before);
    put(now);
    return !now.equals(before);
  }

  /** A claim that a later version of the item repeats was learned with the first one. */
  private static LedgerClaim again(LedgerClaim claim, LedgerClaim before) {
    return new LedgerClaim(
        claim.id(),
        claim.claim(),
        claim.item(),
        before.learnedAt(),
        claim.story(),
        before.verdict(),
        claim.config());
  }

  private Map<String, LedgerClaim> claimsOf(@Nullable HeldMention held) {
    if (held == null) return Map.of();
    var found = new LinkedHashMap<String, LedgerClaim>();
    for (Claim claim : held.mention().claims()) {
      String id = Ledger.claimId(held.itemId(), claim);
      found.putIfAbsent(id, ledgerClaim(id, claim, held));
    }
    return found;
  }

  private static LedgerClaim ledgerClaim(String id, Claim claim, HeldMention held) {
    var mention = held.mention();
    return new LedgerClaim(
        id, claim, mention.item(), held.learnedAt(), held.story(), null, mention.config());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
