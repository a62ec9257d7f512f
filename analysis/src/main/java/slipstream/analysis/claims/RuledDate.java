package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Sense;
import slipstream.analysis.dates.Unit;
import slipstream.analysis.dates.WindowResolver;
import slipstream.contracts.Window;

/**
 * A date in a sentence that speaks of a subject, as the rules see it.
 *
 * @param index its place among such dates of the article
 * @param rule what it is to whatever its words speak of
 * @param own whether that is the subject, and not another product
 * @param otherMilestone whether it is a step that is no release
 * @param windows what it means as a plan, then what it means as history where that is something
 *     else; none when either is unknown
 * @param over whether even what comes next under its name is
 * @param ahead whether it is still to come even when it is read as history
 */
record RuledDate(
    int index,
    ReadSentence sentence,
    DateExpression date,
    DateRole rule,
    boolean own,
    boolean otherMilestone,
    List<Window> windows,
    boolean over,
    boolean ahead) {

  static RuledDate of(
      int index,
      ReadSentence sentence,
      DateExpression date,
      Scope scope,
      DateRole rule,
      @Nullable LocalDate day) {
    boolean own = scope.isOwn(date.start());
    boolean step = scope.opensAStep(date.start());
    boolean otherMilestone = step || scope.isOtherMilestone(date.start());
    List<Window> windows = windows(date, day);
    boolean over = isOver(windows, day);
    boolean ahead = isAhead(windows, day);
    return new RuledDate(index, sentence, date, rule, own, otherMilestone, windows, over, ahead);
  }

  private static boolean isAhead(List<Window> windows, @Nullable LocalDate day) {
    if (day == null || windows.isEmpty()) return false;
    return windows.get(windows.size() - 1).earliest().isAfter(day);
  }

  private static boolean isOver(List<Window> windows, @Nullable LocalDate day) {
    if (day == null || windows.isEmpty()) return false;
    LocalDate latest = windows.get(0).latest();
    return latest != null && latest.isBefore(day);
  }

  private static List<Window> windows(DateExpression date, @Nullable LocalDate day) {
    if (day == null) return List.of();
    Optional<Window> next = new WindowResolver(day, Sense.FUTURE).resolve(date);
    Optional<Window> last = new WindowResolver(day, Sense.PAST).resolve(date);
    if (next.isEmpty() || last.isEmpty()) return List.of();
    return Stream.of(next.get(), last.get()).distinct().toList();
  }

  /** A year before that of publication: "in 2024". */
  boolean isPastYear() {
    boolean year = date.period() instanceof Period.Calendar c && c.unit() == Unit.YEAR;
    return year && over;
  }

  /** What it is to the subject's release. */
  DateRole role() {
    return own && !otherMilestone ? rule : DateRole.OTHER;
  }
}
