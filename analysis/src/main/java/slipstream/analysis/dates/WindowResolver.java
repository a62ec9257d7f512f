package slipstream.analysis.dates;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
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
  /** Years between two leap years at most. */
  private static final int LEAP_YEARS = 8;

  /** Days by which a release is brought forward rather than put off by the rest of a year. */
  private static final int SHORTLY = 31;

  private static final int LONGEST_WEEK = 16;
  private static final int LONGEST_MONTH = 45;
  private static final int LONGEST_QUARTER = 100;
  private static final int LONGEST_HALF = 190;

  /**
   * The window meant; empty for an impossible date and for a shift without a date to count from.
   */
  public Optional<Window> resolve(DateExpression expression) {
    Window period = place(expression.period());
    return period == null
        ? Optional.empty()
        : Optional.of(Limits.of(expression, period, reference));
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

  private Weeks weeks() {
    return new Weeks(reference, sense);
  }

  private @Nullable Window place(Period period) {
    try {
      if (period instanceof Calendar calendar) return calendar(calendar);
      if (period instanceof Period.Relative relative) return relative(relative);
      if (period instanceof Period.Fiscal fiscal) return fiscal(fiscal);
      if (period instanceof Period.Weekday weekday) return Window.day(weeks().weekday(weekday));
      if (period instanceof Period.Nth nth) return nth(nth);
      if (period instanceof Period.DayOfMonth day) return dayOfMonth(day.day());
      if (period instanceof Period.WeekOf week) return weekOf(week);
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
    IntFunction<@Nullable Window> inYear = year -> PartOfPeriod.inYear(calendar, year);
    Window window = choose(calendar.year(), inYear);
    return window != null && calendar.part() == Part.REST && contains(window)
        ? rest(window)
        : window;
  }

  /** None where the period has no such day. */
  private @Nullable Window nth(Period.Nth nth) {
    Window whole = place(nth.whole());
    if (whole == null || whole.latest() == null) return null;
    LocalDate day = dayOf(whole, nth);
    return day.isBefore(whole.earliest()) || day.isAfter(whole.latest()) ? null : Window.day(day);
  }

  private static LocalDate dayOf(Window whole, Period.Nth nth) {
    int steps = nth.ordinal() > 0 ? nth.ordinal() - 1 : nth.ordinal() + 1;
    LocalDate end = nth.ordinal() > 0 ? whole.earliest() : Objects.requireNonNull(whole.latest());
    DayOfWeek weekday = nth.weekday();
    if (weekday == null) return end.plusDays(steps);
    TemporalAdjuster nearest =
        nth.ordinal() > 0
            ? TemporalAdjusters.nextOrSame(weekday)
            : TemporalAdjusters.previousOrSame(weekday);
    return end.with(nearest).plusWeeks(steps);
  }

  /** The next such day, or the last, or the nearer of the two. */
  private Window dayOfMonth(int day) {
    LocalDate next = monthWith(day, reference.getDayOfMonth() > day ? 1 : 0, 1);
    LocalDate last = monthWith(day, reference.getDayOfMonth() < day ? -1 : 0, -1);
    boolean ahead =
        ChronoUnit.DAYS.between(reference, next) <= ChronoUnit.DAYS.between(last, reference);
    return switch (sense) {
      case FUTURE -> Window.day(next);
      case PAST -> Window.day(last);
      case NEAREST -> Window.day(ahead ? next : last);
    };
  }

  /** That day of the month {@code first} months away, or of one farther on that has it. */
  private LocalDate monthWith(int day, int first, int step) {
    YearMonth month = YearMonth.from(reference).plusMonths(first);
    while (!month.isValidDay(day)) month = month.plusMonths(step);
    return month.atDay(day);
  }

  private @Nullable Window weekOf(Period.WeekOf week) {
    Window day = place(week.day());
    return day == null ? null : new Weeks(day.earliest(), Sense.NEAREST).week(0);
  }

  /** None without the month in which the fiscal year begins. */
  private @Nullable Window fiscal(Period.Fiscal fiscal) {
    Integer start = fiscal.start();
    if (start == null) return null;
    IntFunction<@Nullable Window> inYear = year -> PartOfPeriod.inFiscalYear(fiscal, start, year);
    Integer offset = fiscal.year().offset();
    if (offset == null && !(fiscal.unit() == Unit.YEAR && fiscal.year().isMissing())) {
      return choose(fiscal.year(), inYear);
    }
    boolean ahead = start > 1 && reference.getMonthValue() >= start;
    int current = reference.getYear() + (ahead ? 1 : 0);
    return inYear.apply(current + (offset == null ? 0 : offset));
  }

  private @Nullable Window choose(Year year, IntFunction<@Nullable Window> inYear) {
    Integer number = year.number();
    if (number != null) return inYear.apply(number);
    Integer offset = year.offset();
    if (offset != null) return relativeYear(offset, inYear);
    return nearest(inYear, sense);
  }

  /**
   * "This May", "next May"; "last May" is the latest that has ended, "this winter" in January the
   * one that runs, "next winter" the one that still begins this year. Of whole years simply the
   * year so far away.
   */
  private @Nullable Window relativeYear(int offset, IntFunction<@Nullable Window> inYear) {
    int year = reference.getYear() + offset;
    Window window = inYear.apply(year);
    if (offset == 0 && contains(possible(inYear, year - 1))) return inYear.apply(year - 1);
    Window sooner = offset == 1 ? possible(inYear, year - 1) : null;
    if (sooner != null && sooner.earliest().isAfter(reference) && endsIn(year, sooner)) {
      return sooner;
    }
    Window later = offset == -1 ? possible(inYear, year + 1) : null;
    boolean ended = later != null && later.latest() != null && later.latest().isBefore(reference);
    return ended ? later : window;
  }

  private static boolean endsIn(int year, Window window) {
    return window.latest() != null && window.latest().getYear() == year;
  }

  private boolean contains(@Nullable Window window) {
    if (window == null || window.latest() == null) return false;
    return !window.earliest().isAfter(reference) && !window.latest().isBefore(reference);
  }

  /** Of a neighbouring year, unless the day is not in every year. */
  private @Nullable Window nearest(IntFunction<@Nullable Window> inYear, Sense wanted) {
    Window nearest = nearest(inYear, wanted, 1);
    return nearest == null ? nearest(inYear, wanted, LEAP_YEARS) : nearest;
  }

  private @Nullable Window nearest(
      IntFunction<@Nullable Window> inYear, Sense wanted, int distant) {
    Window best = null;
    long bestDistance = Long.MAX_VALUE;
    int last = reference.getYear() + distant;
    for (int year = reference.getYear() - distant; year <= last; year++) {
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

  private @Nullable Window relative(Period.Relative relative) {
    int offset = relative.offset();
    if (relative.part() == Part.REST) return rest(relative);
    return switch (relative.unit()) {
      case DAY -> Window.day(reference.plusDays(offset));
      case WEEK -> weeks().week(offset);
      case WEEKEND -> {
        LocalDate saturday = weeks().monday(offset).plusDays(5);
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
    return whole == null || relative.offset() != 0 ? whole : rest(whole);
  }

  private Window rest(Window whole) {
    if (whole.latest() == null) return whole;
    LocalDate next = reference.plusDays(1);
    return next.isAfter(whole.latest())
        ? whole
        : new Window(next, whole.latest(), whole.precision());
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

  /**
   * Both ends as one stretch of time. Where neither has a year, of a stretch to come the last end
   * says which one is meant, of others the first.
   */
  private @Nullable Window range(Period.Range range) {
    Window first = end(new Period.End(range, false));
    Window last = end(new Period.End(range, true));
    if (first == null || last == null || last.latest() == null) return null;
    if (isYearless(range.first()) && isYearless(range.last())) {
      if (sense == Sense.FUTURE) first = atOrBefore(range.first(), last.latest());
      else last = atOrAfter(range.last(), first.earliest());
    }
    if (first == null || last == null || last.latest() == null) return null;
    if (last.latest().isBefore(first.earliest())) return null;
    return new Window(first.earliest(), last.latest(), byLength(first.earliest(), last.latest()));
  }

  /** One end; a missing year is lent by the end that has one. */
  private @Nullable Window end(Period.End end) {
    Period.Range range = end.range();
    Window first = place(range.first());
    Window last = place(range.last());
    if (first == null || last == null || last.latest() == null) return null;
    boolean lend = isYearless(range.first()) && !isYearless(range.last());
    if (!end.isLast()) return lend ? beside(range.first(), last, end.sooner()) : first;
    boolean borrow = isYearless(range.last()) && !isYearless(range.first());
    if (!borrow) return last;
    Window before = beside(range.last(), first, false);
    boolean near =
        before != null && isDay(before) && isDay(first) && isShortlyBefore(before, first);
    return end.sooner() || near ? before : beside(range.last(), first, true);
  }

  private static boolean isDay(Window window) {
    return window.earliest().equals(window.latest());
  }

  /** "From July 17, 2026 to July 3": two weeks sooner rather than a year later. */
  private static boolean isShortlyBefore(Window before, Window first) {
    LocalDate latest = before.latest();
    return latest != null && latest.isAfter(first.earliest().minusDays(SHORTLY));
  }

  /** The next of its name behind another window, or the last before it. */
  private static @Nullable Window beside(Period period, Window other, boolean behind) {
    if (behind) return atOrAfter(period, other.earliest());
    return other.latest() == null ? null : atOrBefore(period, other.latest());
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
