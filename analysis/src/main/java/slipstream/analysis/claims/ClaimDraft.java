package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.DateExpression;
import slipstream.contracts.Certainty;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.UndatedKind;
import slipstream.contracts.Window;

/** The claims of an article so far, in order. */
final class ClaimDraft {
  private final String subject;
  private final Speaker speaker;
  private final List<Claim> claims = new ArrayList<>();

  ClaimDraft(String subject, Speaker speaker) {
    this.subject = subject;
    this.speaker = speaker;
  }

  List<Claim> claims() {
    return claims;
  }

  void add(
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

  /** What an article denies it does not claim as well. */
  void dropPlan(Window denied) {
    claims.removeIf(c -> c.status() == ClaimStatus.SCHEDULED && denied.equals(c.window()));
  }

  boolean isEmpty() {
    return claims.isEmpty();
  }

  boolean hasOnlyDenials() {
    return claims.stream().allMatch(claim -> claim.status() == ClaimStatus.DENIED);
  }

  boolean hasOfficial() {
    return claims.stream().anyMatch(claim -> claim.certainty() == Certainty.OFFICIAL);
  }

  /** True for the window of a claim. */
  boolean hasWindow(Window window) {
    return claims.stream().anyMatch(claim -> window.equals(claim.window()));
  }

  /** True for the window that a claim replaces. */
  boolean replaces(Window window) {
    return claims.stream().anyMatch(claim -> window.equals(claim.superseded()));
  }

  /** True for a window that holds one already claimed: it tells nothing new. */
  boolean hasWithin(Window window) {
    return hasWindowThat(known -> ArticleWindows.within(known, window));
  }

  /** True for a window that holds one already claimed, or lies in it. */
  boolean hasNested(Window window) {
    return hasWindowThat(
        known -> ArticleWindows.within(known, window) || ArticleWindows.within(window, known));
  }

  boolean hasWindowThat(Predicate<Window> wanted) {
    for (Claim claim : claims) {
      if (claim.window() != null && wanted.test(claim.window())) return true;
    }
    return false;
  }
}
