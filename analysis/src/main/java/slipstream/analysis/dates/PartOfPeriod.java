package slipstream.analysis.dates;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;

/** The days of a part of a month, quarter, half, season or year, by the annotation guideline. */
final class PartOfPeriod {
  private PartOfPeriod() {}

  static Window month(YearMonth month, Part part) {
    int last = month.lengthOfMonth();
    return switch (part) {
      case WHOLE, REST -> days(month, 1, last, Precision.MONTH);
      case EARLY -> days(month, 1, 10, Precision.WEEK);
      case MID -> days(month, 11, 20, Precision.WEEK);
      case LATE, END -> days(month, 21, last, Precision.WEEK);
      case FIRST_HALF -> days(month, 1, 15, Precision.WEEK);
      case SECOND_HALF -> days(month, 16, last, Precision.WEEK);
      case FIRST_WEEK -> days(month, 1, 7, Precision.WEEK);
      case SECOND_WEEK -> days(month, 8, 14, Precision.WEEK);
      case THIRD_WEEK -> days(month, 15, 21, Precision.WEEK);
      case FOURTH_WEEK -> days(month, 22, 28, Precision.WEEK);
      case LAST_WEEK -> days(month, last - 6, last, Precision.WEEK);
    };
  }

  private static Window days(YearMonth month, int first, int last, Precision precision) {
    return new Window(month.atDay(first), month.atDay(last), precision);
  }

  static Window year(int year, Part part) {
    return switch (part) {
      case EARLY -> months(year, 1, 4, Precision.SEASON);
      case MID -> months(year, 5, 4, Precision.SEASON);
      case LATE -> months(year, 9, 4, Precision.SEASON);
      case END, LAST_WEEK -> months(year, 11, 2, Precision.QUARTER);
      case FIRST_HALF -> months(year, 1, 6, Precision.HALF);
      case SECOND_HALF -> months(year, 7, 6, Precision.HALF);
      case WHOLE, REST, FIRST_WEEK, SECOND_WEEK, THIRD_WEEK, FOURTH_WEEK ->
          months(year, 1, 12, Precision.YEAR);
    };
  }

  /** A part of {@code count} months: early, mid and late are thirds, in whole months. */
  static Window months(int year, int first, int count, Unit unit, Part part) {
    int third = Math.max(1, count / 3);
    Precision precision = third == 1 ? Precision.MONTH : Precision.QUARTER;
    return switch (part) {
      case EARLY, FIRST_WEEK -> months(year, first, third, precision);
      case MID -> months(year, first + third, third, precision);
      case LATE, END, LAST_WEEK -> months(year, first + count - third, third, precision);
      case FIRST_HALF -> months(year, first, count / 2, Precision.QUARTER);
      case SECOND_HALF -> months(year, first + count - count / 2, count / 2, Precision.QUARTER);
      case WHOLE, REST, SECOND_WEEK, THIRD_WEEK, FOURTH_WEEK ->
          months(year, first, count, unit.precision());
    };
  }

  private static Window months(int year, int first, int count, Precision precision) {
    LocalDate from = LocalDate.of(year, 1, 1).plusMonths(first - 1L);
    return new Window(from, from.plusMonths(count).minusDays(1), precision);
  }

  /** A part of the fiscal year that ends in {@code year}. */
  static Window inFiscalYear(Period.Fiscal fiscal, int start, int year) {
    int first = start == 1 ? 1 : start - 12; // counted from January of the year it ends in
    int count = fiscal.unit() == Unit.QUARTER ? 3 : fiscal.unit() == Unit.HALF ? 6 : 12;
    int before = count * Math.max(0, fiscal.index() - 1);
    return months(year, first + before, count, fiscal.unit(), fiscal.part());
  }

  /** A period of the calendar in a year; null for a week. */
  static @Nullable Window inYear(Calendar calendar, int year) {
    return switch (calendar.unit()) {
      case DAY -> Window.day(LocalDate.of(year, calendar.index(), calendar.day()));
      case MONTH -> month(YearMonth.of(year, calendar.index()), calendar.part());
      case QUARTER -> months(year, 3 * calendar.index() - 2, 3, Unit.QUARTER, calendar.part());
      case HALF -> months(year, 6 * calendar.index() - 5, 6, Unit.HALF, calendar.part());
      case SEASON ->
          calendar.index() == 5
              ? months(year, 11, 2, Unit.SEASON, calendar.part())
              : months(year, 3 * calendar.index(), 3, Unit.SEASON, calendar.part());
      case YEAR -> year(year, calendar.part());
      case WEEK, WEEKEND -> null;
    };
  }
}
