package slipstream.analysis.ledger;

import static slipstream.analysis.ledger.Verdicts.logged;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Verdict;
import slipstream.contracts.Window;

/** What is no news whatever is held: guesses, silence, dates already past, retellings. */
final class NewsRules {
  /** Time in which another page with the same origin is a retelling (conventions, rule 10). */
  static final Duration RETELLING = Duration.ofDays(7);

  private NewsRules() {}

  /** Rule 8: a guess is logged only. */
  static @Nullable Verdict guess(Entry claim, LedgerState state) {
    if (claim.status() == ClaimStatus.UNKNOWN) {
      return logged("It was read by a newer version, whose claim status is not known here.");
    }
    return claim.rank() > Entry.SPECULATION
        ? null
        : logged("It is a guess (speculation); guesses are kept and never move what is held.");
  }

  /** After the release there is nothing left to wait for. */
  static @Nullable Verdict alreadyOut(Entry claim, LedgerState state) {
    return state.held().in(OutlookState.RELEASED)
        ? logged("It is out already; a claim about the date comes too late.")
        : null;
  }

  /** Rule 4: that nothing was announced is no news. */
  static @Nullable Verdict silence(Entry claim, LedgerState state) {
    return claim.silent()
        ? logged("It only says that no date was announced, which is no news.")
        : null;
  }

  /** A date that had passed when it was printed is history. */
  static @Nullable Verdict past(Entry claim, LedgerState state) {
    var window = claim.window();
    if (window == null || !Windows.end(window).isBefore(claim.day())) return null;
    return logged(
        "Its date (" + Windows.text(window) + ") had passed when it was published: it is history.");
  }

  /** Rule 10: who retells the origin of a change of the last days raises nothing. */
  static @Nullable Verdict retelling(Entry claim, LedgerState state) {
    var told =
        state.latest(claim.at().minus(RETELLING), r -> r.sharesOrigin(claim) && sameWay(r, claim));
    if (told == null) return null;
    var window = claim.window();
    if (window != null && !told.inRumourSlot() && fills(window, claim, state)) {
      var former = state.held();
      state.refine(window, claim);
      return Verdicts.refined(
          "It retells the origin of the last change and adds its date, "
              + Windows.text(window)
              + ".",
          former);
    }
    return Verdicts.repeat(
        "It retells " + String.join(", ", claim.origins()) + " within 7 days of the change.",
        told.entry(),
        told.change().id());
  }

  private static boolean sameWay(Raised raised, Entry claim) {
    var told = raised.entry();
    return told != null && (told.status() == claim.status() || (putOff(told) && putOff(claim)));
  }

  private static boolean putOff(Entry entry) {
    return entry.status() == ClaimStatus.DELAYED || entry.status() == ClaimStatus.UNDATED;
  }

  /** Whether the retelling knows a date where none is held, or the end of an open one. */
  private static boolean fills(Window window, Entry claim, LedgerState state) {
    if (claim.rank() < Entry.REPORTED) return false;
    var held = state.held();
    if (held.in(OutlookState.NO_DATE)) return true;
    return held.window() != null
        && Windows.open(held.window())
        && !Windows.open(window)
        && Windows.contains(held.window(), window);
  }
}
