package slipstream.analysis.ledger;

import org.jspecify.annotations.Nullable;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Severity;
import slipstream.contracts.Verdict;
import slipstream.contracts.Window;

/** Official and reported claims of a window: repeats, refinements and moves (rules 1, 2 and 3). */
final class DateRules {
  private DateRules() {}

  /** Rule 2: inside a coarse window, a move that names both ends is a move. */
  static @Nullable Verdict shiftInside(Entry claim, LedgerState state) {
    var window = claim.window();
    var from = claim.superseded();
    var held = heldWindow(state);
    if (window == null || from == null || held == null || !Windows.coarse(held)) return null;
    if (!Windows.contains(held, from) || Windows.contains(window, held)) return null;
    int moved = Windows.end(window).compareTo(Windows.end(from));
    boolean later = claim.status() == ClaimStatus.DELAYED && moved > 0;
    boolean sooner = claim.status() == ClaimStatus.ACCELERATED && moved < 0;
    if (!later && !sooner) return null;
    var kind = later ? ChangeKind.SLIPPED : ChangeKind.MOVED_EARLIER;
    return raise(
        kind, claim, window, state, "It moves the plan from " + Windows.text(from) + " to ");
  }

  /** Rule 1, exception: a concrete day is news where only a month or more was held. */
  static @Nullable Verdict concreteDay(Entry claim, LedgerState state) {
    var window = claim.window();
    var held = heldWindow(state);
    if (window == null || held == null || !concreteDay(window, held)) return null;
    if (!Windows.contains(held, window)) return null;
    return raise(ChangeKind.NEW_CLAIM, claim, window, state, "It is the first to name a day: ");
  }

  static boolean concreteDay(Window window, Window held) {
    return Windows.day(window) && (Windows.coarse(held) || Windows.vague(held));
  }

  /** Rule 1: the same claim again; it may make what is held more exact. */
  static @Nullable Verdict repeat(Entry claim, LedgerState state) {
    var window = claim.window();
    var held = heldWindow(state);
    if (window == null || held == null || afterMissed(window, held, state)) return null;
    var why = SameClaim.why(window, held, state.anchor());
    if (why == null) return null;
    var former = state.held();
    if (Windows.contains(window, held)) return confirmed(claim, state, former, why);
    if (claim.rank() < former.rank() || (Windows.open(window) && !Windows.open(held))) {
      return Verdicts.repeat("It says the same: " + why + ".", former);
    }
    var narrowed = Windows.contains(held, window) ? narrowed(claim, window, state) : window;
    if (narrowed == null) {
      state.narrower().add(claim);
      return Verdicts.repeat(
          "It says the same: " + why + "; a second independent origin would narrow it.", former);
    }
    state.refine(narrowed, claim);
    return Verdicts.refined(
        "It says the same: " + why + "; now " + Windows.text(narrowed) + " is held.", former);
  }

  /** Who still tells the plan that was just given up has not heard; the company would have. */
  static @Nullable Verdict givenUp(Entry claim, LedgerState state) {
    var window = claim.window();
    if (window == null || claim.rank() == Entry.OFFICIAL) return null;
    var told =
        state.latest(
            claim.at().minus(LedgerState.TELLING),
            r -> r.is(ChangeKind.SLIPPED) || r.is(ChangeKind.MOVED_EARLIER));
    if (told == null || told.givenUp() == null || turnsBack(claim, told)) return null;
    return SameClaim.denies(told.givenUp(), window)
        ? Verdicts.logged("It tells the plan that was given up: " + Windows.text(window) + ".")
        : null;
  }

  /** Rules 2 and 3: another window than the one held, or the first one. */
  static @Nullable Verdict move(Entry claim, LedgerState state) {
    var window = claim.window();
    if (window == null) return null;
    var held = heldWindow(state);
    if (held == null) return raise(first(claim), claim, window, state, "Now held: ");
    if (claim.status() == ClaimStatus.ACCELERATED || Windows.endsBefore(window, held)) {
      return raise(ChangeKind.MOVED_EARLIER, claim, window, state, "It is earlier: ");
    }
    if (Windows.endsAfter(window, held)) {
      return raise(ChangeKind.SLIPPED, claim, window, state, "It is later: ");
    }
    var former = state.held();
    if (claim.rank() < former.rank()) return Verdicts.repeat("It merely ends earlier.", former);
    state.refine(window, claim);
    return Verdicts.refined("It merely ends earlier; now " + Windows.text(window) + ".", former);
  }

  /** A change from what is held; where nothing is, from the plan that the text names. */
  static Draft draft(ChangeKind kind, Entry claim, LedgerState state) {
    var draft = new Draft(state, kind, Severity.HEADLINE).givenUp(claim.superseded());
    boolean plan = state.held().in(OutlookState.NONE) && claim.superseded() != null;
    return plan
        ? draft.before(new Position(OutlookState.DATED, ClaimStatus.SCHEDULED, claim.superseded()))
        : draft;
  }

  private static Verdict raise(
      ChangeKind kind, Entry claim, Window window, LedgerState state, String reason) {
    var raised =
        draft(kind, claim, state)
            .after(new Position(OutlookState.DATED, claim.status(), window))
            .raise(claim);
    state.hold(Held.after(raised, claim));
    return Verdicts.changed(raised, reason + Windows.text(window) + ".");
  }

  private static ChangeKind first(Entry claim) {
    return switch (claim.status()) {
      case DELAYED -> ChangeKind.SLIPPED;
      case ACCELERATED -> ChangeKind.MOVED_EARLIER;
      default -> ChangeKind.NEW_CLAIM;
    };
  }

  private static Verdict confirmed(Entry claim, LedgerState state, Held former, String why) {
    if (claim.rank() <= former.rank()) {
      return Verdicts.repeat("It says the same: " + why + ".", former);
    }
    state.confirm(claim);
    return Verdicts.refined("It confirms on a firmer word: " + why + ".", former);
  }

  /** What a window inside the held one narrows it to; null when one origin alone says so. */
  private static @Nullable Window narrowed(Entry claim, Window window, LedgerState state) {
    if (claim.rank() > state.held().rank()) return window;
    for (Entry other : state.narrower()) {
      var said = other.window();
      if (said == null) continue;
      var wider = Windows.contains(said, window) ? said : window;
      boolean nested = Windows.contains(wider, said) && Windows.contains(wider, window);
      if (nested && Origins.independent(claim, other)) return wider;
    }
    return null;
  }

  /** A later date after a missed one is a move, however near. */
  private static boolean afterMissed(Window window, Window held, LedgerState state) {
    return state.held().overdue() && window.earliest().isAfter(Windows.end(held));
  }

  private static boolean turnsBack(Entry claim, Raised told) {
    return told.is(ChangeKind.SLIPPED)
        ? claim.status() == ClaimStatus.ACCELERATED
        : claim.status() == ClaimStatus.DELAYED;
  }

  private static @Nullable Window heldWindow(LedgerState state) {
    return state.held().in(OutlookState.DATED) ? state.held().window() : null;
  }
}
