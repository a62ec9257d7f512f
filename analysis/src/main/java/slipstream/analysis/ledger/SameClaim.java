package slipstream.analysis.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Window;

/** When two windows are the same claim (conventions, rule 1). */
final class SameClaim {
  /** Least share of the shorter window that two tellings of one claim have in common. */
  static final double OVERLAP = 0.5;

  /** Days that the ends may differ when both are named to the day or week. */
  static final int FINE_DAYS = 7;

  /** Days that the ends may differ otherwise: a month. */
  static final int COARSE_DAYS = 31;

  private SameClaim() {}

  /** How a window repeats the one held. */
  private enum Likeness {
    COVERS,
    INSIDE,
    BEGINS_INSIDE,
    OVERLAPS,
    ENDS_NEAR
  }

  /**
   * Tells why {@code claimed} repeats {@code held}.
   *
   * @param anchor end of the held window when it was last alerted, so that many small shifts add
   *     up; null when it was open
   * @return words for a reader, null when it is another claim
   */
  static @Nullable String why(Window claimed, Window held, @Nullable LocalDate anchor) {
    var likeness = likeness(claimed, held, anchor);
    if (likeness == null) return null;
    return switch (likeness) {
      case COVERS -> "it covers the window held";
      case INSIDE -> "it lies inside the window held";
      case BEGINS_INSIDE -> "it begins inside the window held";
      case OVERLAPS -> "it shares " + percent(claimed, held) + " of the shorter window";
      case ENDS_NEAR ->
          "it ends within "
              + tolerance(claimed, held)
              + " days of "
              + anchor
              + ", the end last told";
    };
  }

  private static @Nullable Likeness likeness(
      Window claimed, Window held, @Nullable LocalDate anchor) {
    if (Windows.contains(claimed, held)) return Likeness.COVERS;
    if (Windows.open(claimed) || Windows.open(held)) return openLikeness(claimed, held);
    if (Windows.contains(held, claimed)) return Likeness.INSIDE;
    if (Windows.overlap(claimed, held) >= OVERLAP) return Likeness.OVERLAPS;
    if (anchor == null) return null;
    boolean near = apart(Windows.end(claimed), anchor) <= tolerance(claimed, held);
    return near ? Likeness.ENDS_NEAR : null;
  }

  /** Open-ended windows compare by their first day; of two open ones a later start is news. */
  private static @Nullable Likeness openLikeness(Window claimed, Window held) {
    boolean both = Windows.open(claimed) && Windows.open(held);
    if (both && apart(claimed.earliest(), held.earliest()) > tolerance(claimed, held)) return null;
    return Windows.contains(held, claimed.earliest()) ? Likeness.BEGINS_INSIDE : null;
  }

  private static String percent(Window a, Window b) {
    return Math.round(Windows.overlap(a, b) * 100) + " %";
  }

  /** Whether two windows are the same claim, whichever came first. */
  static boolean same(Window a, Window b) {
    return likeness(a, b, b.latest()) != null || likeness(b, a, a.latest()) != null;
  }

  /**
   * Whether {@code denied} speaks of the days of {@code claimed}: it covers half of them, or both
   * are named to the day or week and end within a week. Unlike {@link #same} it grants no month:
   * who denies June has not denied May, and who denies a day has not denied the year.
   */
  static boolean denies(Window denied, Window claimed) {
    if (Windows.covered(claimed, denied) >= OVERLAP) return true;
    return tolerance(denied, claimed) == FINE_DAYS
        && !Windows.open(denied)
        && !Windows.open(claimed)
        && apart(Windows.end(denied), Windows.end(claimed)) <= FINE_DAYS;
  }

  static int tolerance(Window a, Window b) {
    return Windows.fine(a) && Windows.fine(b) ? FINE_DAYS : COARSE_DAYS;
  }

  private static long apart(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }
}
