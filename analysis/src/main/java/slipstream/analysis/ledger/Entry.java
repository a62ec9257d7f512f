package slipstream.analysis.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Certainty;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Quote;
import slipstream.contracts.UndatedKind;
import slipstream.contracts.Window;

/**
 * A claim at its place in history.
 *
 * @param ledgerClaim the claim
 * @param at its publication
 * @param originKeys {@link #origins} as they compare: names differ in case and nothing else
 */
record Entry(LedgerClaim ledgerClaim, Instant at, Set<String> originKeys) {
  static final int OFFICIAL = 3;
  static final int REPORTED = 2;
  static final int RUMOURED = 1;
  static final int SPECULATION = 0;

  /**
   * The total order of the ledger (conventions, rule 9): publication; claims, then denials, then
   * releases; the firmest word; item; place in the item.
   */
  static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::at)
          .thenComparing(Entry::turn)
          .thenComparing(Entry::rank, Comparator.reverseOrder())
          .thenComparing(e -> e.ledgerClaim.item().id())
          .thenComparing(Entry::quote, Comparator.comparing(Quote::inTitle).reversed())
          .thenComparing(e -> e.quote().start())
          .thenComparing(Entry::id);

  static Entry of(LedgerClaim claim, Instant at) {
    var keys = new HashSet<String>();
    for (String origin : origins(claim)) keys.add(key(origin));
    return new Entry(claim, at, keys);
  }

  String id() {
    return ledgerClaim.id();
  }

  ClaimStatus status() {
    return ledgerClaim.claim().status();
  }

  @Nullable Window window() {
    return ledgerClaim.claim().window();
  }

  @Nullable Window superseded() {
    return ledgerClaim.claim().superseded();
  }

  Certainty certainty() {
    return ledgerClaim.claim().certainty();
  }

  private Quote quote() {
    return ledgerClaim.claim().quote();
  }

  String story() {
    return ledgerClaim.story();
  }

  String outlet() {
    return ledgerClaim.item().outlet();
  }

  /** Who said it first; the outlet when it speaks for itself. */
  List<String> origins() {
    return origins(ledgerClaim);
  }

  private static List<String> origins(LedgerClaim claim) {
    var origins = claim.claim().origins();
    return origins.isEmpty() ? List.of(claim.item().outlet()) : origins;
  }

  static String key(String origin) {
    return origin.strip().toLowerCase(Locale.ROOT);
  }

  /** Day of publication, UTC. */
  LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /** How much the word weighs: 3 official, 2 reported, 1 rumoured, 0 a guess. */
  int rank() {
    return switch (certainty()) {
      case OFFICIAL -> OFFICIAL;
      case REPORTED -> REPORTED;
      case RUMOURED -> RUMOURED;
      case SPECULATION, UNKNOWN -> SPECULATION;
    };
  }

  /** A claim that the release is still to come. */
  boolean promises() {
    return status() == ClaimStatus.SCHEDULED
        || status() == ClaimStatus.DELAYED
        || status() == ClaimStatus.ACCELERATED;
  }

  /** The class NO-DATE: put off without a new date, or timing undecided (conventions, C2). */
  boolean noDate() {
    return (status() == ClaimStatus.DELAYED && window() == null)
        || (status() == ClaimStatus.UNDATED && undecided());
  }

  /** Says only that nothing was announced. */
  boolean silent() {
    return status() == ClaimStatus.UNDATED && !undecided();
  }

  /** Whether an undated claim says that the timing is open, not merely that nothing was said. */
  boolean undecided() {
    return ledgerClaim.claim().undatedKind() == UndatedKind.UNDECIDED;
  }

  private int turn() {
    return switch (status()) {
      case SCHEDULED, DELAYED, ACCELERATED, UNDATED, CANCELLED, UNKNOWN -> 0;
      case DENIED -> 1;
      case RELEASED -> 2;
    };
  }
}
