package slipstream.analysis.dates;

import java.time.LocalDate;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;

/** What the words around a period make of its window. */
final class Limits {
  private Limits() {}

  /**
   * The window of an expression.
   *
   * @param period the window of its period alone
   */
  static Window of(DateExpression expression, Window period, LocalDate reference) {
    LocalDate next = reference.plusDays(1);
    LocalDate latest = period.latest();
    boolean festival = expression.period() instanceof Period.Event e && e.festive();
    return switch (expression.bound()) {
      case AT, AS_EARLY_AS, SINCE, UNTIL -> period;
      case BY -> latest == null ? period : until(next, latest, period.precision());
      case BEFORE -> until(next, period.earliest().minusDays(1), period.precision());
      case NOT_BEFORE -> new Window(period.earliest(), null, period.precision());
      case AFTER ->
          latest == null ? period : new Window(latest.plusDays(1), null, period.precision());
      case AROUND -> {
        if (period.precision() != Precision.DAY && !festival) yield period;
        LocalDate middle = period.earliest();
        yield new Window(middle.minusDays(7), middle.plusDays(7), Precision.WEEK);
      }
    };
  }

  /** A limit that has passed keeps its own beginning, so that the window stays in order. */
  private static Window until(LocalDate from, LocalDate to, Precision precision) {
    return new Window(to.isBefore(from) ? to : from, to, precision);
  }
}
