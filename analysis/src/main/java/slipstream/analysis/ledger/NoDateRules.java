package slipstream.analysis.ledger;

import static slipstream.analysis.ledger.Verdicts.logged;

import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Verdict;
import slipstream.contracts.Window;

/** Claims without a window: put off, undecided, sooner (rules 2, 3 and 4). */
final class NoDateRules {
  /** Longest time after a missed date in which "undecided" is still news. */
  static final Duration STALE = Duration.ofDays(60);

  private NoDateRules() {}

  static @Nullable Verdict noDate(Entry claim, LedgerState state) {
    if (claim.window() != null) return null;
    if (claim.rank() < Entry.REPORTED) {
      return logged("It is a rumour that names no date; only a dated rumour is held.");
    }
    return claim.status() == ClaimStatus.ACCELERATED ? sooner(claim, state) : putOff(claim, state);
  }

  private static Verdict putOff(Entry claim, LedgerState state) {
    var held = state.held();
    if (held.in(OutlookState.NO_DATE)) return Verdicts.repeat("No date is held already.", held);
    if (held.in(OutlookState.CANCELLED)) return logged("It was given up; no date is no news.");
    boolean undated = claim.status() == ClaimStatus.UNDATED;
    var stale = undated ? undatedStale(claim, held) : delayStale(held);
    if (stale != null) return stale;
    var told = toldDelay(claim, state);
    if (told != null) {
      return Verdicts.repeat(
          "The delay was told on " + day(told) + "; for 45 days it is the same news.",
          told.entry(),
          told.change().id());
    }
    return raise(claim, state, undated ? ChangeKind.UNDATED : ChangeKind.SLIPPED);
  }

  private static @Nullable Verdict undatedStale(Entry claim, Held held) {
    var window = held.window();
    if (!held.in(OutlookState.DATED) || window == null) {
      return logged("No date was held that could have become uncertain.");
    }
    if (!held.overdue()) return null;
    var late = Windows.end(window).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(STALE);
    return claim.at().isAfter(late)
        ? logged("The date passed more than 60 days before; that no other is set is no news.")
        : null;
  }

  private static @Nullable Verdict delayStale(Held held) {
    return held.overdue()
        ? Verdicts.repeat("The date had passed and was told to be overdue.", held)
        : null;
  }

  /** The delay told in the last 45 days, unless the claim names another plan as given up. */
  private static @Nullable Raised toldDelay(Entry claim, LedgerState state) {
    var told =
        state.latest(
            claim.at().minus(LedgerState.TELLING),
            r -> r.is(ChangeKind.SLIPPED) || r.is(ChangeKind.UNDATED));
    return told == null || givesUpAnother(claim.superseded(), told.givenUp(), state) ? null : told;
  }

  private static boolean givesUpAnother(
      @Nullable Window named, @Nullable Window told, LedgerState state) {
    if (named == null) return false;
    if (told != null && SameClaim.denies(named, told)) return false;
    var held = state.held().window();
    if (held != null && SameClaim.denies(named, held)) return true;
    return told != null && !SameClaim.same(named, told);
  }

  private static Verdict raise(Entry claim, LedgerState state, ChangeKind kind) {
    var raised =
        DateRules.draft(kind, claim, state)
            .after(new Position(OutlookState.NO_DATE, claim.status(), null))
            .raise(claim);
    state.hold(Held.after(raised, claim));
    return Verdicts.changed(
        raised,
        kind == ChangeKind.UNDATED
            ? "It says that the timing is not determined any more."
            : "It says that the release was put off and names no new date.");
  }

  /** Rule 3: "sooner" without a date is told once in 45 days and leaves what is held. */
  private static Verdict sooner(Entry claim, LedgerState state) {
    var told =
        state.latest(claim.at().minus(LedgerState.TELLING), r -> r.is(ChangeKind.MOVED_EARLIER));
    if (told != null) {
      return Verdicts.repeat(
          "That it comes sooner was told on " + day(told) + ".", told.entry(), told.change().id());
    }
    var raised =
        DateRules.draft(ChangeKind.MOVED_EARLIER, claim, state)
            .after(new Position(OutlookState.DATED, claim.status(), null))
            .raise(claim);
    return Verdicts.changed(raised, "It says that the release comes sooner, without a date.");
  }

  private static String day(Raised raised) {
    return raised.change().assertedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
