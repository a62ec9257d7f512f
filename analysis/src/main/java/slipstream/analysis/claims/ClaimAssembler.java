package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.CueKind;
import slipstream.contracts.Certainty;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;

/** Puts the findings of an article about one subject together: decisions C1 to C8. */
final class ClaimAssembler {
  private final String subject;
  private final Findings findings;
  private final ArticleWindows windows;
  private final Speaker speaker;
  private final ClaimDraft draft;

  private ClaimAssembler(
      String subject,
      @Nullable LocalDate published,
      List<Finding> findings,
      @Nullable Window unveiling,
      Speaker speaker) {
    this.subject = subject;
    this.windows = new ArticleWindows(published, unveiling);
    this.findings = Findings.of(subject, findings, windows);
    this.speaker = speaker;
    this.draft = new ClaimDraft(subject, speaker);
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
    return assembler.draft.claims();
  }

  private void assemble() {
    Finding cancelled =
        findings.first(told -> told.status() == ClaimStatus.CANCELLED && !isOver(told));
    Finding released = findings.released();
    Finding moved = findings.moved();
    findings.replaceNegated();
    List<Finding> scheduled = findings.scheduled();
    boolean shown = released != null && FindingWords.isShownOrMade(released) && awaits(scheduled);
    if (released != null && !shown && !isOfAnother(released)) {
      draft.add(ClaimStatus.RELEASED, windows.released(released), null, released);
    } else if (cancelled != null && isGivenUp(cancelled, moved)) {
      draft.add(ClaimStatus.CANCELLED, null, windows.superseded(findings.all(), null), cancelled);
    } else if (moved != null) {
      addMoved(moved, scheduled);
    } else {
      addScheduled(scheduled);
    }
    addDenied();
    if (draft.hasOnlyDenials()) addUndated();
  }

  /** "A year ago the agency had killed it": the article tells of what came since. */
  private boolean isOver(Finding cancelled) {
    return FindingWords.isPluperfect(cancelled) && awaits(findings.scheduled());
  }

  private static boolean isGivenUp(Finding cancelled, @Nullable Finding moved) {
    return FindingWords.isForGood(cancelled) || moved == null || !FindingWords.isOnHold(moved);
  }

  /** "The X won't be here until May. ... The headphones came out": what is awaited is not out. */
  private boolean isOfAnother(Finding released) {
    ReadSentence sentence = released.sentence();
    if (sentence.names(subject)) return false;
    int verb = Objects.requireNonNull(released.cue()).start();
    if (sentence.tokens().word(verb - 1).equals("it")) return false;
    for (Finding finding : findings.all()) {
      boolean told = finding.sentence().names(subject) && !finding.sentence().inTitle();
      if (told && windows.ahead(finding) != null) return true;
    }
    return false;
  }

  private boolean awaits(List<Finding> scheduled) {
    return scheduled.stream().map(windows::ahead).anyMatch(Objects::nonNull);
  }

  private void addMoved(Finding moved, List<Finding> scheduled) {
    Move move = Move.of(findings, windows, moved, scheduled);
    draft.add(move.status(), move.window(), move.superseded(), move.shown());
    addBeside(move.shown(), scheduled);
  }

  /** What somebody else says beside a move: a leaked date, a company that stays on track (C6). */
  private void addBeside(Finding moved, List<Finding> scheduled) {
    for (Finding finding : scheduled) {
      Window window = windows.ahead(finding);
      if (finding.equals(moved) || window == null || finding.sentence().inTitle()) continue;
      if (windows.isVague(finding) || draft.hasWithin(window)) continue;
      boolean stands = finding.officialWord() || isContradicted(moved, finding, window);
      if (draft.hasWindow(window) || (draft.replaces(window) && !stands)) continue;
      boolean beside = moved.status() == ClaimStatus.ACCELERATED || stands;
      if (beside) draft.add(ClaimStatus.SCHEDULED, window, null, finding);
    }
  }

  /** "Will slip to June, a paper wrote. It opens in May, said the maker": a sooner date behind. */
  private boolean isContradicted(Finding moved, Finding finding, Window sooner) {
    Window later = moved.news() == null ? null : windows.news(moved);
    boolean behind = finding.sentence().index() > moved.sentence().index();
    behind &= !moved.sentence().inTitle() && !finding.sentence().has(CueKind.OLD);
    return behind && later != null && ArticleWindows.endsBefore(sooner, later);
  }

  private void addScheduled(List<Finding> scheduled) {
    Set<Finding> guessed = besideGuesses(scheduled);
    for (Finding finding : firmest(scheduled)) {
      Window window = windows.news(finding);
      boolean told = finding.sentence().inTitle() && !draft.isEmpty();
      if (window == null || told) continue;
      boolean against = finding.officialWord() || guessed.contains(finding); // a leak, say (C6)
      boolean stands = against && !draft.hasWindow(window);
      if (!stands && !isFurtherNews(finding, window, scheduled)) continue;
      Window old = replaced(finding, window);
      if (old != null) {
        boolean later = window.earliest().isAfter(old.earliest());
        draft.add(later ? ClaimStatus.DELAYED : ClaimStatus.ACCELERATED, window, old, finding);
        addBeside(finding, scheduled);
        return;
      }
      draft.add(ClaimStatus.SCHEDULED, window, null, finding);
    }
  }

  /** Nothing vague beside a date, and nothing of a show beside a sale. */
  private List<Finding> firmest(List<Finding> scheduled) {
    boolean firm = scheduled.stream().anyMatch(f -> !windows.isVague(f));
    boolean sold = scheduled.stream().anyMatch(f -> !FindingWords.isPreliminary(f));
    return scheduled.stream()
        .filter(f -> !(firm && windows.isVague(f)) && !(sold && FindingWords.isPreliminary(f)))
        .toList();
  }

  private boolean isFurtherNews(Finding finding, Window window, List<Finding> scheduled) {
    if (refining(window, scheduled) != null || draft.hasNested(window)) return false;
    return draft.isEmpty() || finding.sentence().names(subject) || isOfAnotherVoice(finding);
  }

  /** The earlier plan that a plan replaces, though no word says so; null for none. */
  private @Nullable Window replaced(Finding finding, Window window) {
    Window old = windows.superseded(findings.all(), window);
    if (old == null && FindingWords.isToldOfNow(finding)) old = windows.passed(findings.all());
    boolean same = old != null && ArticleWindows.overlaps(window, old);
    return same && !ArticleWindows.isReplaced(finding) ? null : old;
  }

  /** "It comes in 2026, said the maker. Dealers whisper of May": both, of which one is finer. */
  private Set<Finding> besideGuesses(List<Finding> scheduled) {
    var beside = new HashSet<Finding>();
    for (Finding finding : scheduled) {
      Window window = finding.sentence().inTitle() ? null : windows.news(finding);
      Finding finer = window == null ? null : refining(window, scheduled);
      if (finer == null || !isGuessed(finer)) continue;
      if (speaker.certainty(finding) == Certainty.OFFICIAL) beside.addAll(List.of(finding, finer));
    }
    return beside;
  }

  private boolean isGuessed(Finding finding) {
    Certainty certainty = speaker.certainty(finding);
    return certainty == Certainty.RUMOURED || certainty == Certainty.SPECULATION;
  }

  /** "A paper wrote March. The company maintains that it ships in November" (C6). */
  private boolean isOfAnotherVoice(Finding finding) {
    ReadSentence sentence = finding.sentence();
    if (sentence.inTitle() || !sentence.has(CueKind.SAY)) return false;
    return FindingWords.isDateOfARelease(finding)
        && !draft.hasOfficial()
        && speaker.certainty(finding) == Certainty.OFFICIAL; // which costs most
  }

  /** "In six months, on September 3": the day tells all the months told. */
  private @Nullable Finding refining(Window window, List<Finding> scheduled) {
    for (Finding other : scheduled) {
      Window finer = windows.ahead(other);
      if (finer == null || finer.precision() == Precision.VAGUE) continue;
      boolean said = !other.sentence().inTitle() || finer.precision() == Precision.DAY;
      if (said && !finer.equals(window) && ArticleWindows.within(finer, window)) return other;
    }
    return null;
  }

  private void addDenied() {
    DeniedPlan denied = DeniedPlan.of(findings, windows, draft);
    if (denied == null) return;
    if (denied.finding().news() != null) draft.dropPlan(denied.window());
    if (draft.replaces(denied.window()) || denied.isFollowed(findings, draft)) return;
    draft.add(ClaimStatus.DENIED, denied.window(), null, denied.finding());
  }

  private void addUndated() {
    Predicate<Finding> undated = told -> told.status() == ClaimStatus.UNDATED;
    if (!draft.isEmpty()) undated = undated.and(told -> !FindingWords.isKeptBack(told));
    Finding found = findings.first(undated);
    if (found == null) return;
    draft.add(ClaimStatus.UNDATED, null, windows.superseded(findings.all(), null), found);
  }
}
