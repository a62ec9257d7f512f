package slipstream.analysis.claims;

import org.jspecify.annotations.Nullable;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Window;

/**
 * The plan that an article denies (C5).
 *
 * @param finding that says so
 * @param window that is denied
 */
record DeniedPlan(Finding finding, Window window) {
  /** Null when nothing is denied, or it cannot be told what. */
  static @Nullable DeniedPlan of(Findings findings, ArticleWindows windows, ClaimDraft draft) {
    Finding best = null;
    for (Finding finding : findings.all()) {
      if (finding.status() != ClaimStatus.DENIED) continue;
      if (best == null || firmness(finding, windows) > firmness(best, windows)) best = finding;
    }
    if (best == null || (Findings.isDispute(best) && draft.claims().size() > 1)) return null;
    Window window = windows.news(best);
    if (window == null && !Findings.tellsWhatIsDenied(best)) {
      window = toldElsewhere(best, findings, windows, draft);
      if (window == null) window = windows.superseded(findings.all(), null);
    }
    return window == null ? null : new DeniedPlan(best, window);
  }

  /** A denial with a firm date before one without, one of the text before one of the title. */
  private static int firmness(Finding denial, ArticleWindows windows) {
    int dated = denial.news() == null ? 0 : windows.isVague(denial) ? 1 : 2;
    return 2 * dated + (denial.sentence().inTitle() ? 0 : 1);
  }

  /** The date of another sentence that a denial without one is of; null when there is none. */
  private static @Nullable Window toldElsewhere(
      Finding denial, Findings findings, ArticleWindows windows, ClaimDraft draft) {
    for (Finding told : findings.all()) {
      boolean plan = told.status() == ClaimStatus.SCHEDULED || told.status() == ClaimStatus.DENIED;
      boolean apart = told.sentence().index() != denial.sentence().index();
      if (!plan || !apart || told.officialWord()) continue;
      Window window = windows.news(told);
      if (window == null) continue;
      boolean stands = !told.sentence().inTitle() && draft.hasWindow(window);
      if (!stands || !FindingWords.isQuotedBehind(denial, told)) return window;
    }
    return null;
  }

  /** "Not this year", when the same article names a later date, only says the later date. */
  boolean isFollowed(Findings findings, ClaimDraft draft) {
    boolean negated = finding.cue() != null && finding.cue().rule().startsWith("negation");
    if (!negated || window.latest() == null || findings.isReaffirmed()) return false;
    return draft.hasWindowThat(claimed -> window.earliest().isBefore(claimed.earliest()));
  }
}
