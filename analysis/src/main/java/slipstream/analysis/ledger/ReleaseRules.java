package slipstream.analysis.ledger;

import static slipstream.analysis.ledger.Verdicts.logged;

import org.jspecify.annotations.Nullable;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Severity;
import slipstream.contracts.Verdict;
import slipstream.contracts.Window;

/** Rule 6 and the end of a product: released, and cancelled. */
final class ReleaseRules {
  /** Longest window that supports another publisher's: "some time last year" does not. */
  static final int WITNESS_DAYS = 45;

  private ReleaseRules() {}

  static @Nullable Verdict released(Entry claim, LedgerState state) {
    if (claim.status() != ClaimStatus.RELEASED) return null;
    if (state.held().in(OutlookState.RELEASED)) return again(claim, state);
    var blocked = DenialRules.blockedRelease(claim, state);
    if (blocked != null) return blocked;
    if (claim.rank() == Entry.OFFICIAL) {
      return raise(claim, state, "The company itself says that it is out.");
    }
    var witness = witness(claim, state);
    if (witness == null) {
      return logged("One page alone says that it is out; it takes the company, or two publishers.");
    }
    var reason = "A second publisher says so, besides " + witness.outlet() + ".";
    return Math.min(claim.rank(), witness.rank()) >= Entry.REPORTED
        ? raise(claim, state, reason)
        : raiseUnverified(claim, state, witness);
  }

  static @Nullable Verdict cancelled(Entry claim, LedgerState state) {
    if (claim.status() != ClaimStatus.CANCELLED) return null;
    var held = state.held();
    if (claim.rank() < Entry.REPORTED) return logged("Only a rumour says that it was given up.");
    if (held.in(OutlookState.CANCELLED)) return Verdicts.repeat("It was given up already.", held);
    var raised =
        new Draft(state, ChangeKind.CANCELLED, Severity.HEADLINE)
            .after(new Position(OutlookState.CANCELLED, ClaimStatus.CANCELLED, null))
            .givenUp(claim.superseded())
            .raise(claim);
    state.hold(Held.after(raised, claim));
    state.rumour(null);
    return Verdicts.changed(raised, "It says that the product was given up.");
  }

  private static Verdict again(Entry claim, LedgerState state) {
    var held = state.held();
    if (claim.rank() <= held.rank()) return Verdicts.repeat("It is known to be out.", held);
    state.confirm(claim);
    return Verdicts.refined("The company confirms that it is out.", held);
  }

  private static Verdict raise(Entry claim, LedgerState state, String reason) {
    var raised =
        new Draft(state, ChangeKind.RELEASED, Severity.HEADLINE)
            .after(out(claim))
            .givenUp(claim.superseded())
            .raise(claim);
    state.hold(Held.after(raised, claim));
    state.rumour(null);
    return Verdicts.changed(raised, reason);
  }

  private static Verdict raiseUnverified(Entry claim, LedgerState state, Entry witness) {
    var told = state.latest(r -> r.is(ChangeKind.RELEASE_UNVERIFIED));
    if (told != null) {
      return Verdicts.repeat("Only rumours say that it is out.", told.entry(), told.change().id());
    }
    var raised =
        new Draft(state, ChangeKind.RELEASE_UNVERIFIED, Severity.RUMOUR)
            .after(out(claim))
            .raise(claim);
    return Verdicts.changed(
        raised, "A second publisher, besides " + witness.outlet() + ", has heard that it is out.");
  }

  /** An earlier claim of another publisher, in another story, that names the same days. */
  private static @Nullable Entry witness(Entry claim, LedgerState state) {
    var window = claim.window();
    if (window == null || !exact(window)) return null;
    for (int i = state.spoken().size() - 1; i >= 0; i--) {
      var other = state.spoken().get(i);
      if (other.status() == ClaimStatus.RELEASED && supports(other, claim, window)) return other;
    }
    return null;
  }

  private static boolean supports(Entry other, Entry claim, Window window) {
    return other.rank() > Entry.SPECULATION
        && !Entry.key(other.outlet()).equals(Entry.key(claim.outlet()))
        && !other.story().equals(claim.story())
        && other.window() != null
        && exact(other.window())
        && Windows.overlap(other.window(), window) > 0;
  }

  private static boolean exact(Window window) {
    return !Windows.open(window) && Windows.days(window) <= WITNESS_DAYS;
  }

  private static Position out(Entry claim) {
    var window = claim.window() == null ? Window.day(claim.day()) : claim.window();
    return new Position(OutlookState.RELEASED, ClaimStatus.RELEASED, window);
  }
}
