package slipstream.analysis.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;

/** Places weeks and weekdays in time. */
record Weeks(LocalDate reference, Sense sense) {
  /** The Monday of the week so many weeks away. */
  LocalDate monday(int offset) {
    return reference.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(offset);
  }

  /** ISO weeks; written on a Sunday, "this week" of a coming day is the one that begins. */
  Window week(int offset) {
    boolean sunday = reference.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean begins = sunday && offset == 0 && sense == Sense.FUTURE;
    LocalDate monday = monday(begins ? 1 : offset);
    return new Window(monday, monday.plusDays(6), Precision.WEEK);
  }

  /** The day that a weekday means. */
  LocalDate weekday(Period.Weekday weekday) {
    Integer week = weekday.week();
    if (week == null) {
      return sense == Sense.FUTURE
          ? reference.with(TemporalAdjusters.nextOrSame(weekday.day()))
          : reference.with(TemporalAdjusters.previousOrSame(weekday.day()));
    }
    return switch (week) {
      case 0 ->
          sense == Sense.FUTURE
              ? reference.with(TemporalAdjusters.nextOrSame(weekday.day()))
              : monday(0).with(TemporalAdjusters.nextOrSame(weekday.day()));
      case 1 -> monday(1).with(TemporalAdjusters.nextOrSame(weekday.day()));
      default -> reference.with(TemporalAdjusters.previous(weekday.day()));
    };
  }
}
