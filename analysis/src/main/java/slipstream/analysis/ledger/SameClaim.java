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

  /**
   * Tells why {@code claimed} repeats {@code held}.
   *
   * @param anchor end of the held window when it was last alerted, so that many small shifts add
   *     up; null when it was open
   * @return words for a reader, null when it is another claim
   */
  static @Nullable String why(Window claimed, Window held, @Nullable LocalDate anchor) {
    if (Windows.contains(claimed, held)) return "it covers the window held";
    if (Windows.open(claimed) || Windows.open(held)) return whyOpen(claimed, held);
    if (Windows.contains(held, claimed)) return "it lies inside the window held";
    double overlap = Windows.overlap(claimed, held);
    if (overlap >= OVERLAP) {
      return "it shares "
          + Math.round(overlap * 100)
          + " % of the shorter window with the one held";
    }
    return anchor == null ? null : whyNear(claimed, held, anchor);
  }

  /** Whether two windows are the same claim, whichever came first. */
  static boolean same(Window a, Window b) {
    return why(a, b, b.latest()) != null || why(b, a, a.latest()) != null;
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

  private static @Nullable String whyNear(Window claimed, Window held, LocalDate anchor) {
    long apart = apart(Windows.end(claimed), anchor);
    int tolerance = tolerance(claimed, held);
    if (apart > tolerance) return null;
    return "it ends "
        + apart
        + " days from "
        + anchor
        + ", the end last told; up to "
        + tolerance
        + " count as the same";
  }

  /** Open-ended windows compare by their first day; of two open ones a later start is news. */
  private static @Nullable String whyOpen(Window claimed, Window held) {
    boolean both = Windows.open(claimed) && Windows.open(held);
    if (both && apart(claimed.earliest(), held.earliest()) > tolerance(claimed, held)) return null;
    return Windows.contains(held, claimed.earliest()) ? "it begins inside the window held" : null;
  }

  private static long apart(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }
}
