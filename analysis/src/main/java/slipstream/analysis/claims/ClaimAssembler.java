package slipstream.analysis.claims;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Sense;
import slipstream.analysis.dates.WindowResolver;
import slipstream.contracts.Certainty;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Precision;
import slipstream.contracts.UndatedKind;
import slipstream.contracts.Window;

/** Puts the findings of an article about one subject together: decisions C1 to C8. */
final class ClaimAssembler {
  private static final LocalDate ONE_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate ANOTHER_DAY = LocalDate.of(2031, 8, 20);

  private static final double PAST_WEIGHT = 0.6;
  private static final int SHIFT_REACH = 6;

  private final String subject;
  private final @Nullable LocalDate published;
  private final List<Finding> findings;
  private final @Nullable Window unveiling;
  private final Speaker speaker;
  private final List<Claim> claims = new ArrayList<>();

  private ClaimAssembler(
      String subject,
      @Nullable LocalDate published,
      List<Finding> findings,
      @Nullable Window unveiling,
      Speaker speaker) {
    this.unveiling = unveiling;
    this.subject = subject;
    this.published = published;
    this.findings = findings;
    this.speaker = speaker;
  }

  /**
   * @param unveiling when the same article says the product is shown; null = it does not
   */
  static List<Claim> assemble(
      String subject,
      @Nullable LocalDate published,
      List<Finding> findings,
      @Nullable Window unveiling,
      Speaker speaker) {
    var assembler = new ClaimAssembler(subject, published, findings, unveiling, speaker);
    assembler.assemble();
    return assembler.claims;
  }

  /** Tells how firmly a finding is said and by whom. */
  interface Speaker {
    Certainty certainty(Finding finding);

    List<String> origins(Finding finding, Certainty certainty);
  }

  private void assemble() {
    Finding cancelled = first(ClaimStatus.CANCELLED);
    Finding released = first(ClaimStatus.RELEASED);
    Finding moved = moved();
    List<Finding> scheduled = scheduled();
    if (released != null) {
      add(ClaimStatus.RELEASED, releasedWindow(released), null, released);
    } else if (cancelled != null) {
      add(ClaimStatus.CANCELLED, null, superseded(null), cancelled);
    } else if (moved != null) {
      addMoved(moved, scheduled);
    } else {
      addScheduled(scheduled);
    }
    addDenied();
    if (claims.stream().allMatch(c -> c.status() == ClaimStatus.DENIED)) addUndated();
  }

  /** The first finding of a delay or of an acceleration: the article's main news. */
  private @Nullable Finding moved() {
    ClaimStatus status = null;
    for (Finding finding : findings) {
      boolean moves =
          finding.status() == ClaimStatus.DELAYED || finding.status() == ClaimStatus.ACCELERATED;
      if (moves && status == null) status = finding.status();
    }
    return status == null ? null : first(status);
  }

  private @Nullable Finding first(ClaimStatus status) {
    Finding title = null;
    for (Finding finding : findings) {
      if (finding.status() != status) continue;
      if (!finding.sentence().inTitle()) return finding;
      title = finding;
    }
    return title;
  }

  /** Findings with a date still to come: those of the text before those of the title. */
  private List<Finding> scheduled() {
    var found = new ArrayList<Finding>();
    for (Finding finding : findings) {
      if (finding.status() != ClaimStatus.SCHEDULED || finding.news() == null) continue;
      Window window = future(finding.news());
      if (window == null || isPast(window)) continue;
      found.add(finding);
    }
    found.sort(Comparator.comparing((Finding f) -> f.sentence().inTitle()));
    return found;
  }

  private boolean isPast(Window window) {
    return published != null && window.latest() != null && window.latest().isBefore(published);
  }

  private void addMoved(Finding moved, List<Finding> scheduled) {
    ClaimStatus status = Objects.requireNonNull(moved.status());
    Finding dated = dated(moved);
    Window own = dated == null ? null : ahead(dated);
    boolean sooner = status == ClaimStatus.ACCELERATED;
    boolean named = dated != null && dated.old() != null;
    Window shifted =
        own == null || dated == null || named ? null : shifted(dated, own, sooner ? 1 : -1);
    Window superseded = shifted == null ? superseded(own) : shifted;
    for (Finding finding : scheduled) {
      Window window = ahead(finding);
      if (window == null || finding.sentence().inTitle()) continue;
      boolean finer =
          dated != null && dated.sentence().inTitle() && own != null && within(window, own);
      if (own != null && !finer) continue;
      if (sooner && superseded != null && !endsBefore(window, superseded)) continue;
      own = window;
      dated = finding;
    }
    if (own == null && superseded != null) own = shifted(moved, superseded, sooner ? -1 : 1);
    if (sooner && superseded != null && (own == null || own.precision() == Precision.VAGUE)) {
      own = before(superseded);
    }
    Finding shown = dated == null ? moved : dated;
    add(status, own, superseded == null ? superseded(own) : superseded, shown);
    addBeside(shown, scheduled);
  }

  /** "By two months": the other date, that far away from the one the text names. */
  private static @Nullable Window shifted(Finding moved, Window from, int sign) {
    Cue cue = moved.cue();
    if (cue == null) return null;
    for (DateExpression date : moved.sentence().dates()) {
      int gap = Math.max(date.start() - cue.end(), cue.start() - date.end());
      if (gap > SHIFT_REACH || !(date.period() instanceof Period.Shift shift)) continue;
      if (shift.sign() == 0 || !moved.sentence().tokens().word(date.end() - 1).equals("after")) {
        return WindowResolver.shifted(from, shift, sign);
      }
    }
    return null;
  }

  /** The finding of the same status that names the new date: in the text before the title. */
  private @Nullable Finding dated(Finding moved) {
    Finding inTitle = null;
    for (Finding finding : findings) {
      if (finding.status() != moved.status() || ahead(finding) == null) continue;
      if (!finding.sentence().inTitle()) return finding;
      inTitle = finding;
    }
    return inTitle;
  }

  /** Sooner than an old date: from tomorrow to the day before it begins. */
  private @Nullable Window before(Window superseded) {
    LocalDate last = superseded.earliest().minusDays(1);
    if (published == null || !last.isAfter(published)) return null;
    return new Window(published.plusDays(1), last, Precision.VAGUE);
  }

  private static boolean endsBefore(Window window, Window limit) {
    return window.latest() != null && window.latest().isBefore(limit.earliest());
  }

  /** The window still to come that a finding names; null when it names none. */
  private @Nullable Window ahead(Finding finding) {
    Window window = finding.news() == null ? null : future(finding.news());
    return window == null || isPast(window) ? null : window;
  }

  /** What somebody else says beside a move: a leaked date, a company that stays on track (C6). */
  private void addBeside(Finding moved, List<Finding> scheduled) {
    for (Finding finding : scheduled) {
      Window window = ahead(finding);
      if (finding.equals(moved) || window == null || finding.sentence().inTitle()) continue;
      if (isVague(finding) || isKnownWindow(window)) continue;
      boolean beside = moved.status() == ClaimStatus.ACCELERATED || finding.officialWord();
      if (beside) add(ClaimStatus.SCHEDULED, window, null, finding);
    }
  }

  private boolean isKnownWindow(Window window) {
    for (Claim claim : claims) {
      if (window.equals(claim.window()) || window.equals(claim.superseded())) return true;
    }
    return false;
  }

  private void addScheduled(List<Finding> scheduled) {
    boolean firm = scheduled.stream().anyMatch(f -> !isVague(f));
    boolean sold = scheduled.stream().anyMatch(f -> !isUnveiling(f));
    for (Finding finding : scheduled) {
      if ((firm && isVague(finding)) || (sold && isUnveiling(finding))) continue;
      if (finding.sentence().inTitle() && !claims.isEmpty()) continue;
      Window window = future(Objects.requireNonNull(finding.news()));
      if (window == null || isKnown(window)) continue;
      Window superseded = superseded(window);
      if (superseded == null || overlaps(window, superseded)) {
        add(ClaimStatus.SCHEDULED, window, null, finding);
      } else {
        boolean later = window.earliest().isAfter(superseded.earliest());
        ClaimStatus status = later ? ClaimStatus.DELAYED : ClaimStatus.ACCELERATED;
        add(status, window, superseded, finding);
      }
    }
  }

  /** A show of the product, which is not yet its release. */
  private static boolean isUnveiling(Finding finding) {
    ReadSentence sentence = finding.sentence();
    DateExpression news = Objects.requireNonNull(finding.news());
    for (int at = Math.max(sentence.from(), news.start() - 6); at < news.start(); at++) {
      switch (sentence.tokens().word(at)) {
        case "unveil", "unveiled", "unveils", "unveiling", "shown", "show", "revealed" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean overlaps(Window one, Window other) {
    boolean before = one.latest() != null && one.latest().isBefore(other.earliest());
    boolean after = other.latest() != null && other.latest().isBefore(one.earliest());
    return !before && !after;
  }

  private boolean isVague(Finding finding) {
    Window window = finding.news() == null ? null : future(finding.news());
    return window == null || window.precision() == Precision.VAGUE;
  }

  private boolean isKnown(Window window) {
    for (Claim claim : claims) {
      Window known = claim.window();
      if (known != null && (within(known, window) || within(window, known))) return true;
    }
    return false;
  }

  private static boolean within(Window inner, Window outer) {
    if (inner.latest() == null || outer.latest() == null) return inner.equals(outer);
    return !inner.earliest().isBefore(outer.earliest()) && !inner.latest().isAfter(outer.latest());
  }

  private void addDenied() {
    Finding best = null;
    for (Finding finding : findings) {
      if (finding.status() != ClaimStatus.DENIED) continue;
      if (best == null || firmness(finding) > firmness(best)) best = finding;
    }
    if (best == null) return;
    Window window = best.news() == null ? null : future(best.news());
    for (Finding finding : findings) {
      if (window != null) break;
      if (finding.news() != null) window = future(finding.news());
    }
    if (window == null) return;
    for (Claim claim : claims) {
      if (window.equals(claim.superseded()) || isFollowed(best, window, claim.window())) return;
    }
    add(ClaimStatus.DENIED, window, null, best);
  }

  /** A denial with a firm date before one without, one of the text before one of the title. */
  private int firmness(Finding finding) {
    int dated = finding.news() == null ? 0 : isVague(finding) ? 1 : 2;
    return 2 * dated + (finding.sentence().inTitle() ? 0 : 1);
  }

  /** "Not this year", when the same article names a later date, only says the later date. */
  private static boolean isFollowed(Finding denial, Window denied, @Nullable Window claimed) {
    boolean negated = denial.cue() != null && denial.cue().rule().startsWith("negation");
    return negated
        && claimed != null
        && denied.latest() != null
        && denied.earliest().isBefore(claimed.earliest());
  }

  private void addUndated() {
    Finding found = first(ClaimStatus.UNDATED);
    if (found != null) add(ClaimStatus.UNDATED, null, superseded(null), found);
  }

  private @Nullable Window releasedWindow(Finding finding) {
    if (finding.news() != null) {
      Window window = resolve(finding.news(), Sense.PAST);
      if (window != null) return window;
    }
    return published == null ? null : Window.day(published);
  }

  /** The most recent earlier plan the text names (C3): of several the one that ends last. */
  private @Nullable Window superseded(@Nullable Window news) {
    Window best = null;
    for (Finding finding : findings) {
      if (finding.old() == null) continue;
      Window window = old(finding.old(), news);
      if (window == null || window.equals(news) || window.latest() == null) continue;
      LocalDate latest = best == null ? null : best.latest();
      if (latest == null || window.latest().isAfter(latest)) best = window;
    }
    return best;
  }

  /**
   * A period without a year is the nearest one to the new date, or to the publication when there is
   * no new date; one before it is likelier than one behind it.
   */
  private @Nullable Window old(DateExpression expression, @Nullable Window news) {
    LocalDate reference = news == null ? published : news.earliest();
    boolean bare = expression.period() instanceof Period.Calendar c && c.year().isMissing();
    if (reference == null || !bare) return resolve(expression, Sense.NEAREST);
    Window past = resolve(expression, reference, Sense.PAST);
    Window next = resolve(expression, reference, Sense.FUTURE);
    if (past == null || past.latest() == null || next == null) return next;
    long back = ChronoUnit.DAYS.between(past.latest(), reference);
    long ahead = ChronoUnit.DAYS.between(reference, next.earliest());
    return back * PAST_WEIGHT < ahead ? past : next;
  }

  private @Nullable Window future(DateExpression expression) {
    return resolve(expression, Sense.FUTURE);
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

  private static @Nullable Window resolve(
      DateExpression expression, LocalDate reference, Sense sense) {
    return new WindowResolver(reference, sense).resolve(expression).orElse(null);
  }

  private void add(
      ClaimStatus status, @Nullable Window window, @Nullable Window superseded, Finding finding) {
    DateExpression news = finding.news();
    UndatedKind kind = status == ClaimStatus.UNDATED ? finding.undatedKind() : null;
    Certainty certainty = speaker.certainty(finding);
    claims.add(
        new Claim(
            subject,
            status,
            window,
            superseded,
            certainty,
            speaker.origins(finding, certainty),
            Quotes.of(finding),
            kind,
            news == null ? null : news.rule()));
  }
}
