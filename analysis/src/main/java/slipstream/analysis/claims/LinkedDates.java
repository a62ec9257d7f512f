package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Part;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.Unit;

/** The dates of a sentence, with the year or month that one takes from the one before it. */
final class LinkedDates {
  private final Tokens tokens;

  private LinkedDates(Tokens tokens) {
    this.tokens = tokens;
  }

  /** As many dates, in the same order. */
  static List<DateExpression> of(Tokens tokens, List<DateExpression> dates) {
    if (dates.size() < 2) return dates;
    var linker = new LinkedDates(tokens);
    var linked = new ArrayList<DateExpression>();
    Calendar before = null;
    for (DateExpression date : dates) {
      DateExpression placed = before == null ? date : linker.behind(before, date);
      if (placed.period() instanceof Calendar calendar) before = calendar;
      linked.add(placed);
    }
    return linked;
  }

  private DateExpression behind(Calendar before, DateExpression date) {
    Period period = date.period();
    Period taken = null;
    if (period instanceof Calendar calendar && isOfThatYear(date)) {
      taken = inYear(calendar, before);
    } else if (period instanceof Period.Range range && isOfThatYear(date)) {
      taken = inYear(range, before);
    } else if (period instanceof Period.Relative month && isOfTheMonth(date, month)) {
      taken = inMonth(before, 0, month.part());
    } else if (period instanceof Period.DayOfMonth day) {
      taken = inMonth(before, day.day(), Part.WHOLE);
    }
    return taken == null ? date : date.with(taken);
  }

  /** "From July 1, 2026 to December 23 of that year". */
  private static Period inYear(Calendar date, Calendar before) {
    return new Calendar(date.unit(), date.index(), date.day(), before.year(), date.part());
  }

  /** "In March 2024 it moved from September to November of that year". */
  private static @Nullable Period inYear(Period.Range range, Calendar before) {
    boolean months = range.first() instanceof Calendar && range.last() instanceof Calendar;
    if (!months || !((Calendar) range.first()).year().isMissing()) return null;
    Period first = inYear((Calendar) range.first(), before);
    return new Period.Range(first, inYear((Calendar) range.last(), before), range.moves());
  }

  private static @Nullable Period inMonth(Calendar before, int day, Part part) {
    boolean month = before.unit() == Unit.MONTH || (day > 0 && before.unit() == Unit.DAY);
    Unit unit = day > 0 ? Unit.DAY : Unit.MONTH;
    return month ? new Calendar(unit, before.index(), day, before.year(), part) : null;
  }

  private boolean isOfThatYear(DateExpression date) {
    return isThatYear(date.end() + 1) || isThatYear(date.end() - 2);
  }

  private boolean isThatYear(int at) {
    return tokens.isOneOf(at, "that", "same") && tokens.word(at + 1).equals("year");
  }

  /** "In the first week of May rather than in the middle of the month". */
  private boolean isOfTheMonth(DateExpression date, Period.Relative named) {
    return named.unit() == Unit.MONTH && tokens.word(date.end() - 2).equals("the");
  }
}
