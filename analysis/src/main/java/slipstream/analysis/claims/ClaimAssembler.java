package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.DateExpression;
import slipstream.contracts.Certainty;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Precision;
import slipstream.contracts.UndatedKind;
import slipstream.contracts.Window;

/** Puts the findings of an article about one subject together: decisions C1 to C8. */
final class ClaimAssembler {
  private final String subject;
  private final List<Finding> findings;
  private final ArticleWindows windows;
  private final Speaker speaker;
  private final List<Claim> claims = new ArrayList<>();

  private ClaimAssembler(
      String subject,
      @Nullable LocalDate published,
      List<Finding> findings,
      @Nullable Window unveiling,
      Speaker speaker) {
    this.subject = subject;
    this.windows = new ArticleWindows(published, unveiling);
    this.findings = new ArrayList<>(findings);
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
    findings.removeIf(this::isLongReleased);
    takeBack();
    Finding released = released();
    Finding moved = moved();
    replaceNegated();
    List<Finding> scheduled = scheduled();
    if (released != null) {
      add(ClaimStatus.RELEASED, windows.released(released), null, released);
    } else if (cancelled != null) {
      add(ClaimStatus.CANCELLED, null, windows.superseded(findings, null), cancelled);
    } else if (moved != null) {
      addMoved(moved, scheduled);
    } else {
      addScheduled(scheduled);
    }
    addDenied();
    if (claims.stream().allMatch(c -> c.status() == ClaimStatus.DENIED)) addUndated();
  }

  /** A release of months ago is background (C4), not the article's present. */
  private boolean isLongReleased(Finding finding) {
    if (finding.status() != ClaimStatus.RELEASED) return false;
    return windows.isLongPast(windows.released(finding));
  }

  /**
   * "A shop lists it for April. That is wrong, the maker said": a denial without a date is of what
   * was told just before, which then is no plan.
   */
  private void takeBack() {
    for (int at = 1; at < findings.size(); at++) {
      Finding denial = findings.get(at);
      Finding told = findings.get(at - 1);
      boolean bare = denial.status() == ClaimStatus.DENIED && denial.news() == null;
      DateExpression date = told.news() != null ? told.news() : told.old();
      boolean before = told.sentence().index() < denial.sentence().index();
      if (!bare || !before || date == null || !isPlan(told) || isDispute(denial)) continue;
      Finding taken = denial.of(date);
      findings.set(at, taken);
      findings.remove(at - 1);
      Window denied = windows.news(taken);
      if (denied != null) dropPlansOf(denied);
      return;
    }
  }

  /** Who disputes a report leaves it standing beside what he says himself (C6). */
  private static boolean isDispute(Finding denial) {
    Cue cue = denial.cue();
    return cue != null && denial.sentence().tokens().word(cue.start()).startsWith("disput");
  }

  private static boolean isPlan(Finding finding) {
    return finding.status() == null
        || finding.status() == ClaimStatus.SCHEDULED
        || finding.status() == ClaimStatus.DELAYED
        || finding.status() == ClaimStatus.ACCELERATED;
  }

  /**
   * "It will not ship in March; the new target is May": where the same article moves the release, a
   * plan negated names the old date.
   */
  private void replaceNegated() {
    for (Finding finding : List.copyOf(findings)) {
      Window denied = isNegated(finding) && finding.news() != null ? windows.news(finding) : null;
      if (denied == null || !isMovedFrom(denied)) continue;
      findings.set(findings.indexOf(finding), finding.asOld());
      dropPlansOf(denied);
    }
  }

  private boolean isMovedFrom(Window denied) {
    if (isReaffirmed()) return false;
    boolean moved = moved() != null || findings.stream().anyMatch(ClaimAssembler::awaitsNewDate);
    for (Finding other : scheduled()) {
      Window window = windows.ahead(other);
      moved |= window != null && ArticleWindows.endsBefore(denied, window);
    }
    return moved;
  }

  /** "No new date was given": there was an old one. */
  private static boolean awaitsNewDate(Finding finding) {
    Cue cue = finding.cue();
    if (finding.status() != ClaimStatus.UNDATED || cue == null) return false;
    ReadSentence sentence = finding.sentence();
    return sentence.contains(cue.start(), cue.end(), "new")
        || sentence.contains(cue.start(), cue.end(), "fresh");
  }

  private void dropPlansOf(Window denied) {
    findings.removeIf(
        finding ->
            isPlan(finding) && finding.news() != null && denied.equals(windows.news(finding)));
  }

  private static boolean isNegated(Finding finding) {
    Cue cue = finding.cue();
    return finding.status() == ClaimStatus.DENIED
        && cue != null
        && cue.rule().startsWith("negation");
  }

  /** The first finding of a delay or of an acceleration: the article's main news. */
  private @Nullable Finding moved() {
    ClaimStatus status = null;
    for (Finding finding : findings) {
      boolean moves =
          finding.status() == ClaimStatus.DELAYED || finding.status() == ClaimStatus.ACCELERATED;
      if (moves && status == null && !isOfAnother(finding)) status = finding.status();
    }
    return status == null ? null : first(status);
  }

  /** "Ultra version of the X slips": of another where the text says that the X itself stands. */
  private boolean isOfAnother(Finding moved) {
    boolean bare = moved.sentence().inTitle() && moved.news() == null && moved.old() == null;
    return bare && isReaffirmed();
  }

  /** The text says of a date that it stands. */
  private boolean isReaffirmed() {
    return findings.stream().anyMatch(f -> f.officialWord() && isPlanned(f));
  }

  private static boolean isPlanned(Finding finding) {
    return finding.status() == ClaimStatus.SCHEDULED && finding.news() != null;
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

  /** The first release told with its day, else the first told at all. */
  private @Nullable Finding released() {
    for (Finding finding : findings) {
      if (finding.status() == ClaimStatus.RELEASED && finding.news() != null) return finding;
    }
    return first(ClaimStatus.RELEASED);
  }

  /** Findings with a date still to come: those of the text before those of the title. */
  private List<Finding> scheduled() {
    var found = new ArrayList<Finding>();
    for (Finding finding : findings) {
      if (finding.status() != ClaimStatus.SCHEDULED || finding.news() == null) continue;
      Window window = windows.news(finding);
      if (window == null || windows.isPast(window)) continue;
      found.add(finding);
    }
    found.sort(Comparator.comparing((Finding f) -> f.sentence().inTitle()));
    return found;
  }

  private void addMoved(Finding moved, List<Finding> scheduled) {
    ClaimStatus status = Objects.requireNonNull(moved.status());
    Finding dated = dated(moved);
    Window own = dated == null ? null : windows.ahead(dated);
    boolean sooner = status == ClaimStatus.ACCELERATED;
    boolean named = dated != null && dated.old() != null;
    Window shifted =
        own == null || dated == null || named
            ? null
            : ArticleWindows.shifted(dated, own, sooner ? 1 : -1);
    Window superseded = shifted == null ? windows.superseded(findings, own) : shifted;
    for (Finding finding : scheduled) {
      Window window = windows.ahead(finding);
      if (window == null || finding.sentence().inTitle()) continue;
      boolean finer =
          dated != null
              && own != null
              && dated.sentence().inTitle()
              && ArticleWindows.overlaps(window, own);
      if (own != null && !finer) continue;
      if (sooner && superseded != null && !ArticleWindows.endsBefore(window, superseded)) continue;
      own = window;
      dated = finding;
    }
    if (own == null && superseded != null)
      own = ArticleWindows.shifted(moved, superseded, sooner ? -1 : 1);
    if (own != null && windows.isPast(own)) own = null;
    if (sooner && superseded != null && (own == null || own.precision() == Precision.VAGUE)) {
      own = windows.before(superseded);
    }
    Finding shown = dated == null ? moved : dated;
    Window replaced = superseded == null ? windows.superseded(findings, own) : superseded;
    if (replaced == null) replaced = windows.passed(findings);
    if (own == null && replaced != null && isForeseen(moved) && !windows.isPast(replaced)) {
      own = ArticleWindows.after(replaced);
    }
    add(direction(status, own, replaced), own, replaced, shown);
    addBeside(shown, scheduled);
  }

  /** Whatever the verb, a new date before the old one is sooner, one behind it later. */
  private static ClaimStatus direction(
      ClaimStatus told, @Nullable Window window, @Nullable Window superseded) {
    if (window == null || superseded == null) return told;
    if (ArticleWindows.endsBefore(window, superseded)) return ClaimStatus.ACCELERATED;
    return ArticleWindows.endsBefore(superseded, window) ? ClaimStatus.DELAYED : told;
  }

  /** "Will miss May", "won't make it this year": what is still to be missed comes after it. */
  private static boolean isForeseen(Finding moved) {
    Cue cue = moved.cue();
    if (cue == null || cue.kind() != CueKind.MISS) return false;
    ReadSentence sentence = moved.sentence();
    boolean missed = false;
    for (int at = cue.start(); at < cue.end(); at++) {
      missed |= sentence.tokens().word(at).startsWith("miss");
      missed |= sentence.tokens().isOneOf(at, "make", "making", "meet", "hit");
    }
    if (!missed) return false;
    for (int at = Math.max(sentence.from(), cue.start() - 3); at < cue.end(); at++) {
      switch (sentence.tokens().word(at)) {
        case "will",
            "won't",
            "'ll",
            "may",
            "might",
            "could",
            "would",
            "likely",
            "going",
            "hardly" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** The finding of the same status that names the new date: in the text before the title. */
  private @Nullable Finding dated(Finding moved) {
    Finding inTitle = null;
    for (Finding finding : findings) {
      if (finding.status() != moved.status() || windows.ahead(finding) == null) continue;
      if (!finding.sentence().inTitle()) return finding;
      inTitle = finding;
    }
    return inTitle;
  }

  /** What somebody else says beside a move: a leaked date, a company that stays on track (C6). */
  private void addBeside(Finding moved, List<Finding> scheduled) {
    for (Finding finding : scheduled) {
      Window window = windows.ahead(finding);
      if (finding.equals(moved) || window == null || finding.sentence().inTitle()) continue;
      if (isVague(finding) || isKnownWindow(window) || isCoarser(window)) continue;
      boolean beside = moved.status() == ClaimStatus.ACCELERATED || finding.officialWord();
      if (beside) add(ClaimStatus.SCHEDULED, window, null, finding);
    }
  }

  /** A window that holds one already claimed tells nothing new. */
  private boolean isCoarser(Window window) {
    for (Claim claim : claims) {
      if (claim.window() != null && ArticleWindows.within(claim.window(), window)) return true;
    }
    return false;
  }

  private boolean isKnownWindow(Window window) {
    for (Claim claim : claims) {
      if (window.equals(claim.window()) || window.equals(claim.superseded())) return true;
    }
    return false;
  }

  private void addScheduled(List<Finding> scheduled) {
    boolean firm = scheduled.stream().anyMatch(f -> !isVague(f));
    boolean sold = scheduled.stream().anyMatch(f -> !isPreliminary(f));
    for (Finding finding : scheduled) {
      if ((firm && isVague(finding)) || (sold && isPreliminary(finding))) continue;
      if (finding.sentence().inTitle() && !claims.isEmpty()) continue;
      Window window = windows.news(finding);
      if (window == null || isKnown(window) || isRefined(window, scheduled)) continue;
      if (!claims.isEmpty() && !finding.sentence().names(subject)) continue;
      Window superseded = windows.superseded(findings, window);
      if (superseded == null || ArticleWindows.overlaps(window, superseded)) {
        add(ClaimStatus.SCHEDULED, window, null, finding);
      } else {
        boolean later = window.earliest().isAfter(superseded.earliest());
        ClaimStatus status = later ? ClaimStatus.DELAYED : ClaimStatus.ACCELERATED;
        add(status, window, superseded, finding);
        return;
      }
    }
  }

  /** "In six months, on September 3": the day tells all the months told. */
  private boolean isRefined(Window window, List<Finding> scheduled) {
    for (Finding other : scheduled) {
      Window finer = windows.ahead(other);
      if (finer == null || finer.precision() == Precision.VAGUE) continue;
      boolean inside = !other.sentence().inTitle() && !finer.equals(window);
      if (inside && ArticleWindows.within(finer, window)) return true;
    }
    return false;
  }

  /** A show of the product, or its production, where the article also tells when it is sold. */
  private static boolean isPreliminary(Finding finding) {
    ReadSentence sentence = finding.sentence();
    DateExpression news = Objects.requireNonNull(finding.news());
    boolean preliminary = false;
    for (int at = Math.max(sentence.from(), news.start() - 6); at < news.start(); at++) {
      switch (sentence.tokens().word(at)) {
        case "unveil", "unveiled", "unveils", "unveiling", "shown", "show", "revealed" ->
            preliminary = true;
        case "production" -> preliminary = true;
        case "sale", "sales", "deliveries", "available" -> preliminary = false;
        default -> {}
      }
    }
    return preliminary;
  }

  private boolean isVague(Finding finding) {
    Window window = windows.news(finding);
    return window == null || window.precision() == Precision.VAGUE;
  }

  private boolean isKnown(Window window) {
    for (Claim claim : claims) {
      Window known = claim.window();
      if (known != null
          && (ArticleWindows.within(known, window) || ArticleWindows.within(window, known)))
        return true;
    }
    return false;
  }

  private void addDenied() {
    Finding best = null;
    for (Finding finding : findings) {
      if (finding.status() != ClaimStatus.DENIED) continue;
      if (best == null || firmness(finding) > firmness(best)) best = finding;
    }
    if (best == null) return;
    Window window = windows.news(best);
    for (Finding finding : findings) {
      if (window != null) break;
      boolean told =
          finding.status() == ClaimStatus.SCHEDULED || finding.status() == ClaimStatus.DENIED;
      if (told && finding.news() != null) window = windows.news(finding);
    }
    if (window == null) window = windows.superseded(findings, null);
    if (window == null) return;
    if (best.news() != null) dropClaimOf(window);
    for (Claim claim : claims) {
      if (window.equals(claim.superseded()) || isFollowed(best, window, claim.window())) return;
    }
    add(ClaimStatus.DENIED, window, null, best);
  }

  /** What an article denies it does not claim as well. */
  private void dropClaimOf(Window denied) {
    claims.removeIf(c -> c.status() == ClaimStatus.SCHEDULED && denied.equals(c.window()));
  }

  /** A denial with a firm date before one without, one of the text before one of the title. */
  private int firmness(Finding finding) {
    int dated = finding.news() == null ? 0 : isVague(finding) ? 1 : 2;
    return 2 * dated + (finding.sentence().inTitle() ? 0 : 1);
  }

  /** "Not this year", when the same article names a later date, only says the later date. */
  private boolean isFollowed(Finding denial, Window denied, @Nullable Window claimed) {
    if (isReaffirmed()) return false;
    boolean negated = denial.cue() != null && denial.cue().rule().startsWith("negation");
    return negated
        && claimed != null
        && denied.latest() != null
        && denied.earliest().isBefore(claimed.earliest());
  }

  private void addUndated() {
    Finding found = first(ClaimStatus.UNDATED);
    if (found != null) add(ClaimStatus.UNDATED, null, windows.superseded(findings, null), found);
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
