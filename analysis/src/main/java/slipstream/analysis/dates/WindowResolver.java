package slipstream.analysis.dates;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Step;
import slipstream.analysis.dates.Period.Year;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;
import slipstream.contracts.config.CalendarEvent.Days;

/**
 * Places a date expression in time, by the table of window arithmetic of the annotation guideline.
 *
 * @param reference the day that relative expressions count from: the publication, or the day of an
 *     earlier report
 * @param sense which year or week a bare month, weekday or season means
 */
public record WindowResolver(LocalDate reference, Sense sense) {
  private static final int LONGEST_WEEK = 16;
  private static final int LONGEST_MONTH = 45;
  private static final int LONGEST_QUARTER = 100;
  private static final int LONGEST_HALF = 190;

  /**
   * The window meant; empty for an impossible date and for a shift without a date to count from.
   */
  public Optional<Window> resolve(DateExpression expression) {
    Window period = place(expression.period());
    return period == null ? Optional.empty() : Optional.ofNullable(bound(expression, period));
  }

  /** The window of a period alone; empty for an impossible date. */
  public Optional<Window> resolve(Period period) {
    return Optional.ofNullable(place(period));
  }

  /** The window that lies {@code shift} away from {@code anchor}. */
  public static Window shifted(Window anchor, Period.Shift shift, int sign) {
    LocalDate latest = anchor.latest() == null ? anchor.earliest() : anchor.latest();
    if (shift.least().equals(shift.most())) {
      boolean wholeMonth = isWholeMonths(anchor) && shift.least().days() == 0;
      LocalDate from = walk(anchor.earliest(), shift.least(), sign);
      LocalDate to = walk(latest, shift.most(), sign);
      return new Window(
          from, wholeMonth ? to.with(TemporalAdjusters.lastDayOfMonth()) : to, anchor.precision());
    }
    LocalDate one = walk(anchor.earliest(), sign > 0 ? shift.least() : shift.most(), sign);
    LocalDate other = walk(anchor.earliest(), sign > 0 ? shift.most() : shift.least(), sign);
    return new Window(one, other, byLength(one, other));
  }

  private static boolean isWholeMonths(Window window) {
    LocalDate latest = window.latest();
    return latest != null
        && window.earliest().getDayOfMonth() == 1
        && latest.getDayOfMonth() == latest.lengthOfMonth();
  }

  private static LocalDate walk(LocalDate from, Step step, int sign) {
    return from.plusMonths((long) sign * step.months()).plusDays((long) sign * step.days());
  }

  private @Nullable Window bound(DateExpression expression, Window period) {
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

  private @Nullable Window place(Period period) {
    try {
      if (period instanceof Calendar calendar) return calendar(calendar);
      if (period instanceof Period.Relative relative) return relative(relative);
      if (period instanceof Period.Weekday weekday) return Window.day(weekday(weekday));
      if (period instanceof Period.Ahead ahead) {
        return new Window(
            walk(reference, ahead.from(), 1), walk(reference, ahead.to(), 1), ahead.precision());
      }
      if (period instanceof Period.Ago ago) return Window.day(walk(reference, ago.step(), -1));
      if (period instanceof Period.Event event) return event(event);
      if (period instanceof Period.Range range) return range(range);
      if (period instanceof Period.End end) return end(end);
      if (period instanceof Period.Except except) return except(except);
      return null;
    } catch (DateTimeException impossible) {
      return null; // "February 30" is no date
    }
  }

  private @Nullable Window calendar(Calendar calendar) {
    IntFunction<@Nullable Window> inYear = year -> inYear(calendar, year);
    return choose(calendar.year(), inYear);
  }

  private @Nullable Window choose(Year year, IntFunction<@Nullable Window> inYear) {
    Integer number = year.number();
    if (number != null) return inYear.apply(number);
    Integer offset = year.offset();
    if (offset != null) return relativeYear(offset, inYear);
    return nearest(inYear, sense);
  }

  /** "This May", "next May", "last May"; of whole years simply the year so far away. */
  private @Nullable Window relativeYear(int offset, IntFunction<@Nullable Window> inYear) {
    return inYear.apply(reference.getYear() + offset);
  }

  private @Nullable Window nearest(IntFunction<@Nullable Window> inYear, Sense wanted) {
    Window best = null;
    long bestDistance = Long.MAX_VALUE;
    for (int year = reference.getYear() - 2; year <= reference.getYear() + 5; year++) {
      Window window = possible(inYear, year);
      if (window == null || !fits(window, wanted)) continue;
      long distance = distance(window);
      if (distance < bestDistance) {
        best = window;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static @Nullable Window possible(IntFunction<@Nullable Window> inYear, int year) {
    try {
      return inYear.apply(year);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private boolean fits(Window window, Sense wanted) {
    LocalDate latest = window.latest();
    return switch (wanted) {
      case FUTURE -> latest == null || !latest.isBefore(reference);
      case PAST -> !window.earliest().isAfter(reference);
      case NEAREST -> true;
    };
  }

  private long distance(Window window) {
    LocalDate latest = window.latest();
    if (window.earliest().isAfter(reference)) {
      return ChronoUnit.DAYS.between(reference, window.earliest());
    }
    boolean past = latest != null && latest.isBefore(reference);
    return past ? ChronoUnit.DAYS.between(latest, reference) : 0;
  }

  private static @Nullable Window inYear(Calendar calendar, int year) {
    return switch (calendar.unit()) {
      case DAY -> Window.day(LocalDate.of(year, calendar.index(), calendar.day()));
      case MONTH -> PartOfPeriod.month(YearMonth.of(year, calendar.index()), calendar.part());
      case QUARTER ->
          PartOfPeriod.months(year, 3 * calendar.index() - 2, 3, Unit.QUARTER, calendar.part());
      case HALF ->
          PartOfPeriod.months(year, 6 * calendar.index() - 5, 6, Unit.HALF, calendar.part());
      case SEASON ->
          calendar.index() == 5
              ? PartOfPeriod.months(year, 11, 2, Unit.SEASON, calendar.part())
              : PartOfPeriod.months(year, 3 * calendar.index(), 3, Unit.SEASON, calendar.part());
      case YEAR -> PartOfPeriod.year(year, calendar.part());
      case WEEK, WEEKEND -> null;
    };
  }

  private @Nullable Window relative(Period.Relative relative) {
    int offset = relative.offset();
    if (relative.part() == Part.REST) return rest(relative);
    return switch (relative.unit()) {
      case DAY -> Window.day(reference.plusDays(offset));
      case WEEK -> week(offset);
      case WEEKEND -> {
        LocalDate saturday = monday(offset).plusDays(5);
        yield new Window(saturday, saturday.plusDays(1), Precision.WEEK);
      }
      case MONTH ->
          PartOfPeriod.month(YearMonth.from(reference).plusMonths(offset), relative.part());
      case QUARTER, SEASON -> {
        LocalDate day = reference.plusMonths(3L * offset);
        int quarter = day.get(IsoFields.QUARTER_OF_YEAR);
        yield PartOfPeriod.months(day.getYear(), 3 * quarter - 2, 3, Unit.QUARTER, relative.part());
      }
      case HALF -> {
        LocalDate day = reference.plusMonths(6L * offset);
        int first = day.getMonthValue() <= 6 ? 1 : 7;
        yield PartOfPeriod.months(day.getYear(), first, 6, Unit.HALF, relative.part());
      }
      case YEAR -> PartOfPeriod.year(reference.getYear() + offset, relative.part());
    };
  }

  /** "Later this month": from tomorrow to its end. */
  private @Nullable Window rest(Period.Relative relative) {
    Window whole = relative(new Period.Relative(relative.unit(), relative.offset(), Part.WHOLE));
    if (whole == null || whole.latest() == null || relative.offset() != 0) return whole;
    LocalDate next = reference.plusDays(1);
    return next.isAfter(whole.latest())
        ? whole
        : new Window(next, whole.latest(), whole.precision());
  }

  private LocalDate monday(int offset) {
    return reference.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(offset);
  }

  /** ISO weeks; written on a Sunday, "this week" of a coming day is the one that begins. */
  private Window week(int offset) {
    boolean sunday = reference.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean begins = sunday && offset == 0 && sense == Sense.FUTURE;
    LocalDate monday = monday(begins ? 1 : offset);
    return new Window(monday, monday.plusDays(6), Precision.WEEK);
  }

  private LocalDate weekday(Period.Weekday weekday) {
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

  private @Nullable Window event(Period.Event event) {
    return choose(
        event.year(),
        year -> {
          for (Days days : event.days()) {
            if (days.from().getYear() == year) {
              boolean day = days.from().equals(days.to());
              return new Window(days.from(), days.to(), day ? Precision.DAY : Precision.WEEK);
            }
          }
          return null;
        });
  }

  /** Both ends as one stretch of time. */
  private @Nullable Window range(Period.Range range) {
    Window first = end(new Period.End(range, false));
    Window last = end(new Period.End(range, true));
    if (first == null || last == null || last.latest() == null) return null;
    if (isYearless(range.last()) && last.latest().isBefore(first.earliest())) {
      last = atOrAfter(range.last(), first.earliest());
    }
    if (last == null || last.latest() == null || last.latest().isBefore(first.earliest())) {
      return null;
    }
    return new Window(first.earliest(), last.latest(), byLength(first.earliest(), last.latest()));
  }

  /** One end; a missing year is lent by the end that has one. */
  private @Nullable Window end(Period.End end) {
    Period.Range range = end.range();
    Window first = place(range.first());
    Window last = place(range.last());
    if (first == null || last == null || last.latest() == null) return null;
    boolean lend = isYearless(range.first()) && !isYearless(range.last());
    if (!end.isLast()) return lend ? atOrBefore(range.first(), last.earliest()) : first;
    boolean borrow = isYearless(range.last()) && !isYearless(range.first());
    return borrow ? atOrAfter(range.last(), first.earliest()) : last;
  }

  private static @Nullable Window atOrBefore(Period period, LocalDate day) {
    return new WindowResolver(day, Sense.PAST).place(period);
  }

  private static @Nullable Window atOrAfter(Period period, LocalDate day) {
    return new WindowResolver(day, Sense.FUTURE).place(period);
  }

  private static boolean isYearless(Period period) {
    return period instanceof Calendar c && c.year().isMissing();
  }

  /** "This summer, but not June": what is left after the part at its beginning or end. */
  private @Nullable Window except(Period.Except except) {
    Window whole = place(except.whole());
    if (whole == null || whole.latest() == null) return whole;
    Window without = new WindowResolver(whole.earliest(), Sense.FUTURE).place(except.without());
    if (without == null || without.latest() == null) return whole;
    LocalDate from = whole.earliest();
    LocalDate to = whole.latest();
    if (!without.latest().isBefore(from) && without.latest().isBefore(to)) {
      from = without.latest().plusDays(1);
    }
    return new Window(from, to, byLength(from, to));
  }

  static Precision byLength(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days == 1) return Precision.DAY;
    if (days <= LONGEST_WEEK) return Precision.WEEK;
    if (days <= LONGEST_MONTH) return Precision.MONTH;
    if (days <= LONGEST_QUARTER) return Precision.QUARTER;
    return days <= LONGEST_HALF ? Precision.HALF : Precision.YEAR;
  }
}
