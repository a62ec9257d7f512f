package slipstream.analysis.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;

/** Day arithmetic of windows: both ends inclusive, an open end lies after every day. */
final class Windows {
  private Windows() {}

  static boolean open(Window window) {
    return window.latest() == null;
  }

  /** The last day; {@link LocalDate#MAX} when open. */
  static LocalDate end(Window window) {
    return window.latest() == null ? LocalDate.MAX : window.latest();
  }

  /** Whether {@code inner} lies in {@code outer}; a window lies in itself. */
  static boolean contains(Window outer, Window inner) {
    return !inner.earliest().isBefore(outer.earliest()) && !end(inner).isAfter(end(outer));
  }

  static boolean contains(Window window, LocalDate day) {
    return !day.isBefore(window.earliest()) && !day.isAfter(end(window));
  }

  /** Number of days; only for a closed window. */
  static long days(Window window) {
    return ChronoUnit.DAYS.between(window.earliest(), end(window)) + 1;
  }

  /** Days that both have, as a share of the shorter: 0 to 1. Only for closed windows. */
  static double overlap(Window a, Window b) {
    return Math.max(covered(a, b), covered(b, a));
  }

  /** Whether it ends after the other, or begins after it where both are open. */
  static boolean endsAfter(Window window, Window other) {
    boolean bothOpen = open(window) && open(other);
    return bothOpen ? window.earliest().isAfter(other.earliest()) : end(window).isAfter(end(other));
  }

  /** Whether it ends before the other begins. */
  static boolean endsBefore(Window window, Window other) {
    return end(window).isBefore(other.earliest());
  }

  /** Share of the days of {@code window} that {@code cover} has: 0 to 1; 0 for an open one. */
  static double covered(Window window, Window cover) {
    if (open(window)) return contains(cover, window) ? 1 : 0;
    var from = window.earliest().isAfter(cover.earliest()) ? window.earliest() : cover.earliest();
    var to = end(window).isBefore(end(cover)) ? end(window) : end(cover);
    return (double) Math.max(0, ChronoUnit.DAYS.between(from, to) + 1) / days(window);
  }

  static boolean day(Window window) {
    return window.precision() == Precision.DAY && window.earliest().equals(window.latest());
  }

  /** Named to the day or the week. */
  static boolean fine(Window window) {
    return window.precision() == Precision.DAY || window.precision() == Precision.WEEK;
  }

  /** Named by month to year; a vague window is not. */
  static boolean coarse(Window window) {
    return !fine(window) && !vague(window) && window.precision() != Precision.UNKNOWN;
  }

  static boolean vague(Window window) {
    return window.precision() == Precision.VAGUE;
  }

  /** Days from the end of one to the end of the other, positive = later; null when not known. */
  static @Nullable Integer moved(@Nullable Window from, @Nullable Window to) {
    if (from == null || to == null || open(from) || open(to)) return null;
    return (int) ChronoUnit.DAYS.between(end(from), end(to));
  }

  /** As a reader sees it: {@code 2025-05-01..2025-05-31}, a single day, or {@code from ...}. */
  static String text(@Nullable Window window) {
    if (window == null) return "no date";
    if (open(window)) return "from " + window.earliest();
    return window.earliest().equals(window.latest())
        ? window.earliest().toString()
        : window.earliest() + ".." + window.latest();
  }
}
