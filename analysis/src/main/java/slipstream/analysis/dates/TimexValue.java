package slipstream.analysis.dates;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Window;

/** Writes a period the way the TIMEX3 standard of temporal annotation does: 2026-05, 2026-Q2. */
public final class TimexValue {
  private static final String[] SEASONS = {"SP", "SU", "FA", "WI"};

  private TimexValue() {}

  /** The value of a period placed in time; empty for what TIMEX3 has no date for. */
  public static Optional<String> of(Period period, @Nullable Window window) {
    if (period instanceof Period.Ahead) return Optional.of("FUTURE_REF");
    if (window == null) return Optional.empty();
    LocalDate day = window.earliest();
    Unit unit = isWeek(period) ? Unit.WEEK : unit(period);
    return unit == null ? Optional.empty() : Optional.of(value(unit, period, day));
  }

  private static boolean isWeek(Period period) {
    return period instanceof Period.Calendar c
        && c.unit() == Unit.MONTH
        && c.part().name().endsWith("_WEEK");
  }

  private static @Nullable Unit unit(Period period) {
    if (period instanceof Period.Calendar calendar) return calendar.unit();
    if (period instanceof Period.Relative relative) return relative.unit();
    if (period instanceof Period.WeekOf) return Unit.WEEK;
    boolean day = period instanceof Period.Weekday || period instanceof Period.Event;
    day |= period instanceof Period.Nth || period instanceof Period.DayOfMonth;
    return day || period instanceof Period.Ago ? Unit.DAY : null;
  }

  private static String value(Unit unit, Period period, LocalDate day) {
    return switch (unit) {
      case DAY -> day.toString();
      case WEEK -> week(day);
      case WEEKEND -> week(day) + "-WE";
      case MONTH -> day.toString().substring(0, 7);
      case QUARTER -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
      case HALF -> day.getYear() + "-H" + (day.getMonthValue() <= 6 ? 1 : 2);
      case SEASON -> day.getYear() + "-" + season(period, day);
      case YEAR -> String.valueOf(day.getYear());
    };
  }

  private static String season(Period period, LocalDate day) {
    boolean named = period instanceof Period.Calendar c && c.index() <= SEASONS.length;
    int index = named ? ((Period.Calendar) period).index() - 1 : day.getMonthValue() / 3 - 1;
    return SEASONS[Math.max(0, Math.min(SEASONS.length - 1, index))];
  }

  private static String week(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
