package slipstream.analysis.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;

/** A release that an article moves: when it comes now, and when it was to come before (C1, C3). */
final class Move {
  private final Findings findings;
  private final ArticleWindows windows;
  private final Finding moved;
  private final boolean sooner;

  /** What names the new date. */
  private @Nullable Finding dated;

  private @Nullable Window window;
  private @Nullable Window superseded;

  private Move(Findings findings, ArticleWindows windows, Finding moved) {
    this.findings = findings;
    this.windows = windows;
    this.moved = moved;
    this.sooner = moved.status() == ClaimStatus.ACCELERATED;
    this.dated = findings.dated(moved);
    this.window = dated == null ? null : windows.ahead(dated);
    this.superseded = oldOf(dated, window);
  }

  /**
   * @param scheduled what the same article tells of dates to come
   */
  static Move of(
      Findings findings, ArticleWindows windows, Finding moved, List<Finding> scheduled) {
    var move = new Move(findings, windows, moved);
    scheduled.stream()
        .sorted(Comparator.comparing(windows::isVague)) // a date tells more than "a few weeks"
        .forEach(move::take);
    move.count();
    if (move.superseded == null) move.superseded = move.old(move.window);
    if (move.superseded == null) move.superseded = windows.passed(findings.all());
    move.miss();
    return move;
  }

  /** The finding that shows it. */
  Finding shown() {
    return dated == null ? moved : dated;
  }

  /** The new one; null when none is told. */
  @Nullable Window window() {
    return window;
  }

  @Nullable Window superseded() {
    return superseded;
  }

  /** Whatever the verb, a new date before the old one is sooner, one behind it later. */
  ClaimStatus status() {
    ClaimStatus told = Objects.requireNonNull(moved.status());
    if (superseded == null && FindingWords.isHurry(shown())) return ClaimStatus.SCHEDULED;
    if (window == null || superseded == null) return told;
    if (sooner && ArticleWindows.isSooner(window, superseded)) return ClaimStatus.ACCELERATED;
    if (ArticleWindows.endsBefore(window, superseded)) return ClaimStatus.ACCELERATED;
    return ArticleWindows.endsBefore(superseded, window) ? ClaimStatus.DELAYED : told;
  }

  /** The old date: "two months later, in June" gives it where no words do. */
  private @Nullable Window oldOf(@Nullable Finding named, @Nullable Window news) {
    Window counted = null;
    if (named != null && named.old() == null && news != null) {
      counted = ArticleWindows.shifted(named, news, sooner ? 1 : -1);
    }
    return counted == null ? old(news) : counted;
  }

  private @Nullable Window old(@Nullable Window news) {
    return windows.superseded(findings.all(), news);
  }

  /** Takes the new date from a sentence that only plans, where none is known or it is finer. */
  private void take(Finding planned) {
    Window other = windows.ahead(planned);
    if (other == null || planned.sentence().inTitle() || isHeldAgainst(planned, other)) return;
    if (window != null && !isFiner(other)) return;
    Window old = window == null ? old(other) : superseded;
    if (sooner && old != null && !ArticleWindows.isSooner(other, old)) return;
    superseded = old;
    window = other;
    dated = planned;
  }

  /** The title names a date, the text one that it holds. */
  private boolean isFiner(Window other) {
    boolean titled = dated != null && dated.sentence().inTitle();
    return titled && window != null && ArticleWindows.overlaps(other, window);
  }

  /** "Has slipped, partners say. 'It launches this summer as announced,' it wrote" (C6). */
  private boolean isHeldAgainst(Finding planned, Window held) {
    boolean behind = planned.sentence().index() > moved.sentence().index();
    if (!behind || !planned.officialWord() || windows.isVague(planned)) return false;
    boolean anew = FindingWords.isToldOfNow(planned) || FindingWords.isNew(planned);
    return !anew && (superseded == null || !ArticleWindows.endsBefore(superseded, held));
  }

  /** "By two months" from the old date; "sooner" than it. */
  private void count() {
    if (window == null && superseded != null) {
      window = ArticleWindows.shifted(moved, superseded, sooner ? -1 : 1);
    }
    if (window != null && windows.isPast(window)) window = null;
    boolean exact = window != null && window.precision() != Precision.VAGUE;
    if (sooner && superseded != null && !exact) window = windows.before(superseded);
  }

  /** "Will miss May": what is left after it. */
  private void miss() {
    if (window != null || superseded == null || windows.isPast(superseded)) return;
    if (FindingWords.isForeseen(moved)) window = ArticleWindows.after(superseded);
  }
}
