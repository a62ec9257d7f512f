package slipstream.analysis.ledger;

import org.jspecify.annotations.Nullable;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Severity;
import slipstream.contracts.Verdict;
import slipstream.contracts.Window;

/** Rule 8: a rumour never moves what is held; it has a slot of its own. */
final class RumourRules {
  private RumourRules() {}

  static @Nullable Verdict rumour(Entry claim, LedgerState state) {
    var window = claim.window();
    if (window == null || claim.rank() != Entry.RUMOURED) return null;
    var held = state.held();
    if (held.in(OutlookState.DATED) && held.window() != null) {
      var why = repeats(window, held.window(), state);
      if (why != null) return Verdicts.repeat("A rumour of what is held: " + why + ".", held);
    }
    var heard = state.rumour();
    return heard != null && heard.window() != null && same(window, heard.window())
        ? Verdicts.rumourHeld("The same rumour is held already.", heard)
        : fill(claim, window, state);
  }

  private static @Nullable String repeats(Window window, Window held, LedgerState state) {
    if (DateRules.concreteDay(window, held)) return null;
    return SameClaim.why(window, held, state.anchor());
  }

  private static boolean same(Window window, Window heard) {
    return !DateRules.concreteDay(window, heard)
        && SameClaim.why(window, heard, heard.latest()) != null;
  }

  private static Verdict fill(Entry claim, Window window, LedgerState state) {
    var raised =
        new Draft(state, ChangeKind.NEW_CLAIM, Severity.RUMOUR)
            .after(new Position(OutlookState.DATED, claim.status(), window))
            .raise(claim);
    state.rumour(claim);
    return Verdicts.changed(
        raised, "It is a rumour of another date; what is held (" + held(state) + ") stays.");
  }

  private static String held(LedgerState state) {
    return Windows.text(state.held().window());
  }
}
