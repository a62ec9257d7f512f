package slipstream.analysis.claims;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Sense;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WindowResolver;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;

/** Places the dates of one article in time, and compares the windows they give. */
final class ArticleWindows {
  private static final LocalDate ONE_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate ANOTHER_DAY = LocalDate.of(2031, 8, 20);

  private static final Pattern WITHDRAWN =
      Pattern.compile("withdr.*|tear.*|tore|set.*|drop.*|abandon.*|remov.*|vacat.*");

  private static final double PAST_WEIGHT = 0.6;
  private static final int SHIFT_REACH = 6;
  private static final int LONGEST_NEWS = 45;

  /** Days: whoever dates a report names a season of it at most. */
  private static final int LONGEST_TELLING = 92;

  /** Days: what was due since is told of more often than what is due in a year. */
  private static final int JUST_PASSED = 15;

  private final @Nullable LocalDate published;
  private final @Nullable Window unveiling;

  /**
   * @param published null when unknown: then only absolute dates are placed
   * @param unveiling when the same article says the product is shown; null = it does not
   */
  ArticleWindows(@Nullable LocalDate published, @Nullable Window unveiling) {
    this.published = published;
    this.unveiling = unveiling;
  }

  /** The window still to come that a finding names; null when it names none. */
  @Nullable Window ahead(Finding finding) {
    Window window = news(finding);
    return window == null || (isPast(window) && !isLaterToday(finding)) ? null : window;
  }

  /** "Will be released today"; of "on Tuesday", told on a Tuesday, nothing is to come. */
  private static boolean isLaterToday(Finding finding) {
    DateExpression news = finding.news();
    if (news == null || !(news.period() instanceof Period.Relative day) || !day.isToday()) {
      return false;
    }
    if (!finding.sentence().has(CueKind.PLAN)) return false;
    return finding.sentence().cues(CueKind.RELEASE, CueKind.RELEASED).stream()
        .anyMatch(cue -> cue.end() <= news.start() && news.start() - cue.end() <= 1);
  }

  /** True for a finding without a date, or with one like "in a few weeks". */
  boolean isVague(Finding finding) {
    Window window = news(finding);
    return window == null || window.precision() == Precision.VAGUE;
  }

  @Nullable Window released(Finding finding) {
    if (finding.news() != null) {
      Window window = resolve(finding.news(), Sense.PAST);
      if (window != null) return window;
    }
    return published == null ? null : Window.day(published);
  }

  /** The most recent earlier plan the text names (C3): of several the one that ends last. */
  @Nullable Window superseded(List<Finding> findings, @Nullable Window news) {
    Window best = null;
    for (Finding finding : findings) {
      if (finding.old() == null) continue;
      Window window = old(finding, news);
      if (window == null || window.equals(news) || window.latest() == null) continue;
      LocalDate latest = best == null ? null : best.latest();
      boolean finer = best != null && within(window, best);
      boolean later = latest == null || window.latest().isAfter(latest);
      if (finer || (later && (best == null || !within(best, window)))) best = window;
    }
    return best;
  }

  /** "By two months": the other date, that far away from the one the text names. */
  static @Nullable Window shifted(Finding moved, Window from, int sign) {
    Cue cue = moved.cue();
    if (cue == null) return null;
    for (DateExpression date : moved.sentence().dates()) {
      int gap = Math.max(date.start() - cue.end(), cue.start() - date.end());
      boolean by = moved.sentence().tokens().word(date.start() - 1).equals("by");
      if ((gap > SHIFT_REACH && !by) || !(date.period() instanceof Period.Shift shift)) continue;
      Tokens tokens = moved.sentence().tokens();
      boolean that = tokens.isOneOf(date.end(), "that", "then"); // "two weeks after that"
      if (shift.sign() == 0 || that || !tokens.word(date.end() - 1).equals("after")) {
        return WindowResolver.shifted(closed(from), shift, sign);
      }
    }
    return null;
  }

  /** "The third quarter at the earliest": the quarter itself, to count from. */
  private static Window closed(Window window) {
    LocalDate from = window.earliest();
    if (window.latest() != null) return window;
    LocalDate to =
        switch (window.precision()) {
          case MONTH -> from.plusMonths(1).minusDays(1);
          case QUARTER, SEASON -> from.plusMonths(3).minusDays(1);
          case HALF -> from.plusMonths(6).minusDays(1);
          case YEAR -> from.plusYears(1).minusDays(1);
          default -> from;
        };
    return new Window(from, to, window.precision());
  }

  /** Sooner than an old date: from tomorrow to the day before it begins. */
  @Nullable Window before(Window superseded) {
    LocalDate last = superseded.earliest().minusDays(1);
    if (published == null || !last.isAfter(published)) return null;
    return new Window(published.plusDays(1), last, Precision.VAGUE);
  }

  /** The last plan told as such whose date has passed by now: an old one where one is put off. */
  @Nullable Window passed(List<Finding> findings) {
    Window last = null;
    for (Finding finding : findings) {
      if (finding.status() != ClaimStatus.SCHEDULED || finding.news() == null) continue;
      Window window = future(finding.news());
      if (window != null && isPast(window)) last = window;
    }
    return last;
  }

  /** "By the end of May" ends with May, whatever day it is told. */
  private @Nullable Window old(Finding finding, @Nullable Window news) {
    boolean overtaken = finding.cue() != null && finding.cue().kind() == CueKind.ACCELERATE;
    DateExpression expression = unbound(Objects.requireNonNull(finding.old()), overtaken);
    if (expression.bound() != Bound.BY || published == null) return old(finding, news, expression);
    Window window = old(finding, news, expression.unbound());
    LocalDate last = window == null ? null : window.latest();
    if (window == null || last == null || !last.isAfter(published)) return window;
    return new Window(published.plusDays(1), last, window.precision());
  }

  /**
   * A period without a year is the nearest one to the new date, or to the publication when there is
   * no new date; one before it is likelier than one behind it.
   */
  private @Nullable Window old(Finding finding, @Nullable Window news, DateExpression expression) {
    boolean weekday = expression.period() instanceof Period.Weekday; // of the week it is told in
    LocalDate reference = news == null || weekday ? published : news.earliest();
    if (reference == null || !isBare(expression.period()))
      return resolve(expression, Sense.NEAREST);
    Window past = resolve(expression, reference, Sense.PAST);
    Window next = resolve(expression, reference, Sense.FUTURE);
    if (past == null || past.latest() == null || next == null || isAhead(finding, news))
      return next;
    if (news != null && isLongPast(past) && isReplaced(finding)) return next;
    if (news != null && isPutOff(finding) && next.earliest().isAfter(news.earliest())) return past;
    long back = ChronoUnit.DAYS.between(past.latest(), reference);
    long ahead = ChronoUnit.DAYS.between(reference, next.earliest());
    return back * PAST_WEIGHT < ahead ? past : next;
  }

  /** A month without its year, a weekday without its week, and a day of such a one. */
  private static boolean isBare(Period period) {
    if (period instanceof Period.Nth nth) return isBare(nth.whole());
    if (period instanceof Period.WeekOf week) return isBare(week.day());
    if (period instanceof Period.DayOfMonth) return true;
    return (period instanceof Period.Calendar calendar && calendar.year().isMissing())
        || (period instanceof Period.Weekday weekday && weekday.week() == null);
  }

  /** "In May instead of the fourth quarter": a plan that stood until now. */
  static boolean isReplaced(Finding finding) {
    DateExpression old = finding.old();
    return old != null && ReplacedDates.isReplaced(finding.sentence().tokens(), old);
  }

  private static boolean isPutOff(Finding finding) {
    Cue cue = finding.cue();
    return cue != null && (cue.kind() == CueKind.DELAY || cue.kind() == CueKind.MISS);
  }

  /** True where the old plan can only lie ahead: overtaken by a sooner one, or taken back. */
  private static boolean isAhead(Finding finding, @Nullable Window news) {
    Cue cue = finding.cue();
    if (cue == null) return false;
    if (cue.kind() == CueKind.ACCELERATE) return news != null;
    String word = finding.sentence().tokens().word(cue.start());
    return news == null && cue.kind() == CueKind.MISS && WITHDRAWN.matcher(word).matches();
  }

  /** "Was meant to come by mid-July", read after it: mid-July itself. */
  private DateExpression unbound(DateExpression named, boolean overtaken) {
    DateExpression old = named;
    if (named.period() instanceof Period.End end && !end.isLast()) {
      old = named.with(end.range().first());
    }
    boolean open = old.bound() == Bound.NOT_BEFORE || (overtaken && old.bound() == Bound.BEFORE);
    if ((old.bound() != Bound.BY && !open) || published == null) return old;
    DateExpression at = old.unbound();
    if (open) return at;
    Window window = resolve(at, published, Sense.PAST);
    Window bounded = resolve(old, published, Sense.NEAREST);
    boolean past =
        bounded != null && bounded.latest() != null && bounded.latest().isBefore(published);
    return past && window != null ? at : old;
  }

  /** A day that has just passed is that one, and not the same day a year later. */
  @Nullable Window future(DateExpression expression) {
    if (expression.bound() == Bound.SINCE) return resolve(expression, Sense.PAST);
    Window last = isBare(expression.period()) ? resolve(expression, Sense.PAST) : null;
    boolean recurs =
        expression.period() instanceof Period.Weekday
            || expression.period() instanceof Period.DayOfMonth; // the next one is near as well
    if (!recurs && last != null && last.precision() == Precision.DAY && hasJustPassed(last)) {
      return last;
    }
    return resolve(expression, Sense.FUTURE);
  }

  private boolean hasJustPassed(Window day) {
    return published != null
        && day.earliest().isBefore(published)
        && day.earliest().isAfter(published.minusDays(JUST_PASSED));
  }

  private @Nullable Window resolve(DateExpression expression, Sense sense) {
    if (expression.period() instanceof Period.Shift shift) {
      return unveiling == null || shift.sign() == 0
          ? null
          : WindowResolver.shifted(unveiling, shift, shift.sign());
    }
    return published == null ? absolute(expression, sense) : resolve(expression, published, sense);
  }

  /** Without a publication only what means the same days on any two days can be read. */
  private static @Nullable Window absolute(DateExpression expression, Sense sense) {
    Window window = resolve(expression, ONE_DAY, sense);
    return window != null && window.equals(resolve(expression, ANOTHER_DAY, sense)) ? window : null;
  }

  /**
   * What a finding names as news. A relative phrase quoted from a dated report counts from the day
   * of that report ("wrote on April 3 that it would come in the next few weeks").
   */
  @Nullable Window news(Finding finding) {
    DateExpression news = finding.news();
    if (news == null) return null;
    LocalDate told = isRelative(news.period()) ? reported(finding.sentence(), news) : null;
    if (told == null && isBare(news.period())) told = foretold(finding.sentence(), news);
    return told == null ? future(news) : resolve(news, told, Sense.FUTURE);
  }

  private static boolean isRelative(Period period) {
    return period instanceof Period.Ahead || period instanceof Period.Relative;
  }

  /** The last day of the report a sentence tells of; null when it tells of none. */
  private @Nullable LocalDate reported(ReadSentence sentence, DateExpression news) {
    if (published == null) return null;
    for (DateExpression date : sentence.dates()) {
      boolean absolute = date.period() instanceof Period.Calendar && date.bound() == Bound.AT;
      if (!absolute || date.start() >= news.start() || !isTelling(sentence, date, news)) continue;
      Window day = resolve(date, published, Sense.PAST);
      if (day != null && day.latest() != null && isRecent(day)) return day.earliest();
    }
    return null;
  }

  /** The day of "told us in January that it would come in spring"; null for any other words. */
  private @Nullable LocalDate foretold(ReadSentence sentence, DateExpression news) {
    for (DateExpression date : sentence.dates()) {
      int from = date.end();
      int to = news.start();
      boolean would = sentence.contains(from, to, "would");
      if (published == null || !would || date.bound() != Bound.AT) continue;
      Window told = resolve(date, published, Sense.PAST);
      boolean telling = date.start() < news.start() && isTelling(sentence, date, news);
      if (telling && told != null && told.latest() != null && isRecent(told))
        return told.earliest();
    }
    return null;
  }

  private boolean isRecent(Window day) {
    LocalDate today = published;
    return today != null
        && ChronoUnit.DAYS.between(day.earliest(), Objects.requireNonNull(day.latest()))
            < LONGEST_TELLING
        && day.earliest().isBefore(today)
        && day.earliest().isAfter(today.minusYears(1));
  }

  /** A verb of telling beside the date of the report, and before what it tells. */
  private static boolean isTelling(
      ReadSentence sentence, DateExpression date, DateExpression news) {
    for (Cue cue : sentence.cues(CueKind.SAY, CueKind.RUMOUR, CueKind.REPORT)) {
      int gap = Math.max(date.start() - cue.end(), cue.start() - date.end());
      if (gap <= SHIFT_REACH && cue.start() < news.start()) return true;
    }
    return false;
  }

  private static @Nullable Window resolve(
      DateExpression expression, LocalDate reference, Sense sense) {
    return new WindowResolver(reference, sense).resolve(expression).orElse(null);
  }

  /** True for what has ended, or is the very day of publication: nothing of it is to come. */
  boolean isPast(Window window) {
    LocalDate latest = window.latest();
    if (published == null || latest == null) return false;
    boolean today = window.earliest().equals(published) && latest.equals(published);
    return today || latest.isBefore(published);
  }

  /** True for what ended so long before the publication that it is no news any more. */
  boolean isLongPast(@Nullable Window window) {
    if (published == null || window == null || window.latest() == null) return false;
    return window.latest().isBefore(published.minusDays(LONGEST_NEWS));
  }

  /** What is left after a window that will not be kept: open (the guideline's "will miss X"). */
  static @Nullable Window after(Window missed) {
    LocalDate latest = missed.latest();
    return latest == null ? null : new Window(latest.plusDays(1), null, missed.precision());
  }

  static boolean endsBefore(Window window, Window limit) {
    return window.latest() != null && window.latest().isBefore(limit.earliest());
  }

  /** Begins and ends sooner, though the two may overlap: "mid-year" and "the second half". */
  static boolean isSooner(Window window, Window other) {
    if (window.latest() == null) return false;
    return window.earliest().isBefore(other.earliest())
        && (other.latest() == null || window.latest().isBefore(other.latest()));
  }

  static boolean overlaps(Window one, Window other) {
    boolean before = one.latest() != null && one.latest().isBefore(other.earliest());
    boolean after = other.latest() != null && other.latest().isBefore(one.earliest());
    return !before && !after;
  }

  static boolean within(Window inner, Window outer) {
    if (inner.latest() == null || outer.latest() == null) return inner.equals(outer);
    return !inner.earliest().isBefore(outer.earliest()) && !inner.latest().isAfter(outer.latest());
  }
}
