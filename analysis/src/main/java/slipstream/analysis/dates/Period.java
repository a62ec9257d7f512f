package slipstream.analysis.dates;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Precision;
import slipstream.contracts.config.CalendarEvent;

/** A period as the text names it, before it is placed in time. */
public sealed interface Period {
  /**
   * A period of the calendar: May 26, the second quarter of 2026, early summer, 2027.
   *
   * @param unit what kind of period
   * @param index month 1-12 of a day or month, quarter 1-4, half 1-2, season 1-4 from spring; 0 for
   *     a year
   * @param day of the month; 0 unless the unit is a day
   * @param year its year, perhaps missing
   */
  record Calendar(Unit unit, int index, int day, Year year, Part part) implements Period {}

  /**
   * A period of a company's fiscal year, which is named by the calendar year it ends in.
   *
   * @param unit quarter, half or year
   * @param index quarter 1-4, half 1-2; 0 for a year
   * @param start month in which the fiscal year begins; null = the text does not say
   */
  record Fiscal(Unit unit, int index, Year year, Part part, @Nullable Integer start)
      implements Period {}

  /** This, next or last week, month, quarter, year; today and tomorrow as days. */
  record Relative(Unit unit, int offset, Part part) implements Period {
    public boolean isToday() {
      return unit == Unit.DAY && offset == 0;
    }
  }

  /**
   * A day of the week.
   *
   * @param week null = a bare weekday, 0 = "this", 1 = "next", -1 = "last"
   */
  record Weekday(DayOfWeek day, @Nullable Integer week) implements Period {}

  /**
   * A day of a period: "the first Tuesday of May", "the 14th of next month".
   *
   * @param ordinal from 1; -1 = the last
   * @param weekday null = of any day
   */
  record Nth(Period whole, int ordinal, @Nullable DayOfWeek weekday) implements Period {}

  /** A day of a month that is not named: "on the 27th". */
  record DayOfMonth(int day) implements Period {}

  /** The week of a day: "the week beginning June 8". */
  record WeekOf(Period day) implements Period {}

  /** A stretch counted from the reference: "in two weeks", "the coming months", "soon". */
  record Ahead(Step from, Step to, Precision precision) implements Period {}

  /** A day counted back from the reference: "two weeks ago". */
  record Ago(Step step, Unit unit) implements Period {}

  /** A holiday or an event of the configured calendar. */
  record Event(String name, List<CalendarEvent.Days> days, Year year, boolean festive)
      implements Period {}

  /**
   * Two periods joined.
   *
   * @param moves true for "from A to B", which is a stretch of time or a move from one to the other
   */
  record Range(Period first, Period last, boolean moves) implements Period {}

  /**
   * One end of a range that is a move from one date to another: each lends the other its year.
   *
   * @param sooner whether the move is to a date before the first: "up from June 30, 2027 to May 21"
   */
  record End(Range range, boolean isLast, boolean sooner) implements Period {
    public End(Range range, boolean isLast) {
      this(range, isLast, false);
    }
  }

  /** A season or month without a part of it: "this summer, but not June". */
  record Except(Period whole, Period without) implements Period {}

  /**
   * A distance from another date: "two months later", "12 to 18 months after the unveiling".
   *
   * @param sign 1 = later, -1 = earlier
   * @param anchor the date counted from, when the text names it; null = found in the context
   */
  record Shift(Step least, Step most, Unit unit, int sign, @Nullable Period anchor)
      implements Period {}

  /** Months and days to walk along the calendar. */
  record Step(int months, int days) {
    static Step of(int count, Unit unit) {
      return switch (unit) {
        case DAY -> new Step(0, count);
        case WEEK, WEEKEND -> new Step(0, 7 * count);
        case MONTH -> new Step(count, 0);
        case QUARTER, SEASON -> new Step(3 * count, 0);
        case HALF -> new Step(6 * count, 0);
        case YEAR -> new Step(12 * count, 0);
      };
    }
  }

  /**
   * The year of a period.
   *
   * @param number the year printed; null = not printed
   * @param offset 0 for "this year", 1 for "next year"; null = not said
   */
  record Year(@Nullable Integer number, @Nullable Integer offset) {
    static final Year MISSING = new Year(null, null);

    static Year of(int number) {
      return new Year(number, null);
    }

    static Year relative(int offset) {
      return new Year(null, offset);
    }

    public boolean isMissing() {
      return number == null && offset == null;
    }
  }
}
