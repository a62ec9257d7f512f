package slipstream.analysis.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Verdict;

/**
 * The fold of one subject kept while claims come and go: a claim is put at its place in history,
 * and only what stands behind it is judged again. Whatever the order, the same claims give the same
 * fold.
 *
 * <p>Not for use by several threads.
 */
public final class RunningLedger {
  /** A publication this far after the clock is a wrong date: it must not make all overdue. */
  static final Duration FUTURE = Duration.ofDays(1);

  /** Claims between two states that are kept to go on from. */
  private static final int STEP = 64;

  private final String subject;
  private final Map<String, LedgerClaim> claims = new HashMap<>();
  private final Set<String> rejected = new HashSet<>();
  private final List<Entry> history = new ArrayList<>();
  private final Voices voices = new Voices(history);
  private final List<LedgerState> states = new ArrayList<>();
  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final Set<String> judged = new HashSet<>();
  private String config = "";

  public RunningLedger(String subject) {
    this.subject = subject;
  }

  /** Takes up a claim, or replaces the one with its id. */
  public void put(LedgerClaim claim) {
    LedgerClaim before = claims.put(claim.id(), claim);
    if (before != null) leave(before);
    enter(claim);
  }

  /** Lets a claim go. */
  public void remove(String id) {
    LedgerClaim claim = claims.remove(id);
    if (claim == null) return;
    leave(claim);
    verdicts.remove(id);
    judged.remove(id);
  }

  /** Leaves a claim out of the fold; its verdict says so. */
  public void reject(String id) {
    LedgerClaim claim = claims.get(id);
    if (claim != null) leave(claim);
    rejected.add(id);
    if (claim != null) enter(claim);
  }

  /** Takes a rejection back. */
  public void accept(String id) {
    if (!rejected.remove(id)) return;
    LedgerClaim claim = claims.get(id);
    if (claim != null) enter(claim);
  }

  /**
   * Folds what has changed since the last time.
   *
   * @param clock the newest publication of the subject, or the wall clock when all was read
   * @param configVersion version of the watchlist, for what has no claim
   * @return with the verdicts that were given since the last fold alone; all are in {@link
   *     #verdicts}
   */
  public Fold fold(Instant clock, String configVersion) {
    if (!config.equals(configVersion)) states.clear();
    config = configVersion;
    int admitted = admitted(clock);
    for (Entry entry : history.subList(admitted, history.size())) {
      give(
          entry.id(),
          Verdicts.logged("Its publication date lies in the future; it cannot be right."));
    }
    var state = judge(admitted);
    state.advance(clock);
    var given = new HashMap<String, Verdict>();
    for (String id : judged) given.put(id, verdicts.get(id));
    judged.clear();
    return new Fold(
        Outlooks.of(state, clock, voices),
        state.raised().stream().map(Raised::change).toList(),
        given);
  }

  /** Claim id -> what the last fold did with it. */
  public Map<String, Verdict> verdicts() {
    return Collections.unmodifiableMap(verdicts);
  }

  /** Judges the claims that were not judged where they stand now. */
  private LedgerState judge(int admitted) {
    forgetStates(admitted);
    var state =
        states.isEmpty()
            ? new LedgerState(subject, config, history)
            : states.get(states.size() - 1).copy();
    for (int i = state.spoken().size(); i < admitted; i++) {
      var entry = history.get(i);
      state.advance(entry.at());
      give(entry.id(), Ledger.judge(entry, state));
      state.speak();
      if (state.spoken().size() % STEP == 0 || i == admitted - 1) keep(state.copy());
    }
    return state;
  }

  /** The newest state is kept wherever it is, the others at every step. */
  private void keep(LedgerState state) {
    int last = states.size() - 1;
    if (last >= 0 && states.get(last).spoken().size() % STEP != 0) states.remove(last);
    states.add(state);
  }

  private void give(String id, Verdict verdict) {
    verdicts.put(id, verdict);
    judged.add(id);
  }

  private void enter(LedgerClaim claim) {
    var published = claim.item().published();
    if (rejected.contains(claim.id())) {
      give(claim.id(), Verdicts.rejected());
    } else if (published == null) {
      give(claim.id(), Verdicts.undatedItem());
    } else {
      var entry = Entry.of(claim, published.at());
      int place = -1 - Collections.binarySearch(history, entry, Entry.ORDER);
      forgetStates(place);
      history.add(place, entry);
      voices.add(entry);
    }
  }

  private void leave(LedgerClaim claim) {
    var published = claim.item().published();
    if (published == null || rejected.contains(claim.id())) return;
    int place = Collections.binarySearch(history, Entry.of(claim, published.at()), Entry.ORDER);
    if (place < 0) return;
    forgetStates(place);
    history.remove(place);
    voices.clear();
  }

  /** States that have seen more than the first {@code place} claims. */
  private void forgetStates(int place) {
    while (!states.isEmpty() && states.get(states.size() - 1).spoken().size() > place) {
      states.remove(states.size() - 1);
    }
  }

  /** How many claims were published no later than a day after the clock. */
  private int admitted(Instant clock) {
    Instant latest = clock.plus(FUTURE);
    int count = history.size();
    while (count > 0 && history.get(count - 1).at().isAfter(latest)) count--;
    return count;
  }
}
