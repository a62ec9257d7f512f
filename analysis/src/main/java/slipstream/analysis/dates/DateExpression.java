package slipstream.analysis.dates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date or period expression found in a text.
 *
 * @param start its first token, the bounding word included
 * @param end after its last token
 * @param core first token of the period itself
 * @param bound how the words around it limit it
 */
public record DateExpression(int start, int end, int core, Period period, Bound bound) {
  /** Name of the rule that read it, for explanation: {@code by:month}. */
  public String rule() {
    String name = kind(period);
    return bound == Bound.AT
        ? name
        : bound.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + name;
  }

  /** The same words, read as another period. */
  public DateExpression with(Period other) {
    return new DateExpression(start, end, core, other, bound);
  }

  /** The same period, without the words that limit it. */
  public DateExpression unbound() {
    return new DateExpression(start, end, core, period, Bound.AT);
  }

  /** True for "Monday", without the week it is of. */
  public boolean isBareWeekday() {
    return period instanceof Period.Weekday day && day.week() == null;
  }

  /** True when only the owner's fiscal calendar says which days are meant. */
  public boolean needsFiscalYear() {
    return period instanceof Period.Fiscal fiscal && fiscal.start() == null;
  }

  /**
   * This expression with the fiscal year that the text tells of, or else the one configured.
   *
   * @param configured month (1-12) in which the owner's fiscal year begins; null = unknown
   */
  public DateExpression inFiscalYear(Tokens text, @Nullable Integer configured) {
    if (!(period instanceof Period.Fiscal f) || f.start() != null) return this;
    Integer begins = FiscalGrammar.start(text).orElse(configured);
    return with(new Period.Fiscal(f.unit(), f.index(), f.year(), f.part(), begins));
  }

  private static String kind(Period period) {
    if (period instanceof Period.Fiscal f) return "fiscal-" + part(f.part(), f.unit());
    if (period instanceof Period.Calendar calendar) return part(calendar.part(), calendar.unit());
    if (period instanceof Period.Relative relative) {
      return "relative-" + part(relative.part(), relative.unit());
    }
    return period.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String part(Part part, Unit unit) {
    String name = unit.name().toLowerCase(Locale.ROOT);
    if (part == Part.WHOLE) return name;
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + name;
  }
}
