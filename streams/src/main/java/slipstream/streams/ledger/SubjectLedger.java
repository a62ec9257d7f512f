package slipstream.streams.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.ledger.Announcements;
import slipstream.analysis.ledger.Fold;
import slipstream.analysis.ledger.Ledger;
import slipstream.analysis.ledger.RunningLedger;
import slipstream.contracts.Change;
import slipstream.contracts.Claim;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.Publication;
import slipstream.streams.story.HeldMention;
import slipstream.streams.story.StoryUpdate.Move;

/** What is known of one subject, in memory; the stores hold the same. */
final class SubjectLedger {
  private final String subject;
  private final Map<String, LedgerClaim> claims = new TreeMap<>();
  private final RunningLedger ledger;
  private final List<Change> announced = new ArrayList<>();
  private SubjectState state = SubjectState.NEW;
  private Map<String, String> names = Map.of();
  private boolean folded;

  SubjectLedger(String subject) {
    this.subject = subject;
    this.ledger = new RunningLedger(subject);
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
    ledger.put(claim);
  }

  List<Change> announced() {
    return announced;
  }

  void add(Change change) {
    announced.add(change);
  }

  void reject(String claimId) {
    ledger.reject(claimId);
  }

  void accept(String claimId) {
    ledger.accept(claimId);
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
      if (!now.containsKey(id) && claims.remove(id) != null) {
        ledger.remove(id);
        touched.add(id);
      }
    }
    for (LedgerClaim claim : now.values()) {
      if (take(claim)) touched.add(claim.id());
    }
    return touched;
  }

  /** True for what was published before the newest that was heard. */
  boolean isPast(@Nullable Publication published) {
    return published != null && published.at().isBefore(state.newest());
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
    return ledger.fold(clock, state.config());
  }

  /**
   * Gives claims their verdicts.
   *
   * @param fold the last one
   * @return the fold with the ids that were announced, and the claims that got another verdict than
   *     before
   */
  Judged judge(Fold fold) {
    var ids = Announcements.ids(announced, fold.changes());
    ids.entrySet().removeIf(id -> id.getKey().equals(id.getValue()));
    boolean renamed = !ids.equals(names);
    names = ids;
    var verdicts = renamed ? ledger.verdicts() : fold.verdicts();
    var named = new Fold(fold.outlook(), fold.changes(), verdicts).named(ids);
    var judged = new ArrayList<LedgerClaim>();
    named
        .verdicts()
        .forEach(
            (id, verdict) -> {
              LedgerClaim claim = claims.get(id);
              if (claim != null && !verdict.equals(claim.verdict())) {
                judged.add(claim.withVerdict(verdict));
              }
            });
    judged.forEach(claim -> claims.put(claim.id(), claim));
    return new Judged(named.outlook(), judged);
  }

  /**
   * What a fold gave.
   *
   * @param outlook what is held
   * @param claims those with another verdict than before
   */
  record Judged(Outlook outlook, List<LedgerClaim> claims) {}

  private boolean take(LedgerClaim claim) {
    LedgerClaim before = claims.get(claim.id());
    LedgerClaim now = before == null ? claim : again(claim, before);
    if (now.equals(before)) return false;
    put(now);
    return true;
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
