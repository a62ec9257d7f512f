package slipstream.analysis.ledger;

import static slipstream.analysis.ledger.Verdicts.logged;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Severity;
import slipstream.contracts.Verdict;
import slipstream.contracts.Window;

/** Rule 5: denials, and what they keep from coming back. */
final class DenialRules {
  /** Time for which only the company can bring a denied window back. */
  static final Duration BLOCK = Duration.ofDays(30);

  private DenialRules() {}

  static @Nullable Verdict denied(Entry claim, LedgerState state) {
    if (claim.status() != ClaimStatus.DENIED) return null;
    if (claim.rank() < Entry.REPORTED) return logged("Only a rumour denies it.");
    var release = deniedRelease(claim, state);
    if (release != null) return release;
    var window = deniedWindow(claim, state);
    if (window == null) return logged("It denies no date that anybody is known to have claimed.");
    var told = told(window, state);
    var first = earlierDenial(window, state);
    clearRumour(window, state);
    state.deny(claim, window);
    if (first != null && (told == null || !told.change().assertedAt().isAfter(first.at()))) {
      return Verdicts.repeat("It was denied before.", first, null);
    }
    return told != null || claimed(window, state)
        ? raise(claim, state, window, told)
        : logged("Nobody in the record had claimed " + Windows.text(window) + ".");
  }

  /** For 30 days a denied window comes back on the company's word only; a vague one may. */
  static @Nullable Verdict blocked(Entry claim, LedgerState state) {
    var window = claim.window();
    if (window == null || Windows.vague(window) || claim.rank() == Entry.OFFICIAL) return null;
    var denial = lately(window, claim, state);
    return denial == null ? null : silenced(denial, window);
  }

  /** A release that was denied on its day or later needs the company's word. */
  static @Nullable Verdict blockedRelease(Entry claim, LedgerState state) {
    var window = claim.window();
    if (window == null || claim.rank() == Entry.OFFICIAL) return null;
    var denial = lately(window, claim, state);
    if (denial == null || denial.day().isBefore(window.earliest())) return null;
    return silenced(denial, window);
  }

  private static @Nullable Entry lately(Window window, Entry claim, LedgerState state) {
    return state.denial(
        claim.at().minus(BLOCK), d -> Windows.covered(window, d) >= SameClaim.OVERLAP);
  }

  private static Verdict silenced(Entry denial, Window window) {
    return Verdicts.silenced(
        Windows.text(window)
            + " was denied on "
            + denial.day()
            + "; for 30 days only the company itself can bring it back.");
  }

  private static Verdict raise(
      Entry claim, LedgerState state, Window window, @Nullable Raised told) {
    var raised =
        new Draft(state, ChangeKind.DENIED, Severity.HEADLINE)
            .before(state.held().position())
            .after(new Position(OutlookState.DATED, ClaimStatus.DENIED, window))
            .takesBack(told == null ? null : told.change().id())
            .raise(claim);
    return Verdicts.changed(raised, "It is the first denial of " + Windows.text(window) + ".");
  }

  /** The days denied; a denial that names none speaks of the rumour that is about. */
  private static @Nullable Window deniedWindow(Entry claim, LedgerState state) {
    if (claim.window() != null) return claim.window();
    return state.rumour() == null ? null : state.rumour().window();
  }

  private static void clearRumour(Window denied, LedgerState state) {
    var heard = state.rumour() == null ? null : state.rumour().window();
    if (heard != null && SameClaim.denies(denied, heard)) state.rumour(null);
  }

  /** The newest change that told the denied days. */
  private static @Nullable Raised told(Window denied, LedgerState state) {
    return state.latest(
        r -> {
          var window = r.change().after().window();
          return !r.is(ChangeKind.DENIED)
              && !r.is(ChangeKind.OVERDUE)
              && window != null
              && SameClaim.denies(denied, window);
        });
  }

  private static boolean claimed(Window denied, LedgerState state) {
    return state.spoken().stream()
        .anyMatch(e -> e.promises() && e.window() != null && SameClaim.denies(denied, e.window()));
  }

  private static @Nullable Entry earlierDenial(Window denied, LedgerState state) {
    return state.denial(
        Instant.MIN, d -> SameClaim.denies(d, denied) || SameClaim.denies(denied, d));
  }

  /** A company that denies a release which others reported takes the ledger back before it. */
  private static @Nullable Verdict deniedRelease(Entry claim, LedgerState state) {
    var held = state.held();
    if (!held.in(OutlookState.RELEASED)) return null;
    if (claim.rank() < Entry.OFFICIAL || held.rank() == Entry.OFFICIAL) {
      return logged("It is out already; a denial comes too late.");
    }
    var release = state.latest(r -> r.is(ChangeKind.RELEASED));
    var window = claim.window() == null ? held.window() : claim.window();
    if (release == null || window == null) return null;
    var verdict = raise(claim, state, window, release);
    state.deny(claim, window);
    state.hold(release.former());
    return verdict;
  }
}
