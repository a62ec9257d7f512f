package slipstream.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Claim;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Verdict;

/** The claims of a subject, newest first, each with its words, its source and the verdict. */
final class ClaimList {
  private static final int OPEN = 8;
  private static final int SHOWN = 200;

  private ClaimList() {}

  static Html render(String subject, List<LedgerClaim> newestFirst) {
    if (newestFirst.isEmpty()) return Html.NOTHING;
    var shown = newestFirst.subList(0, Math.min(SHOWN, newestFirst.size()));
    return Html.of(
        "<h3>Claims <small class=\"quiet\">{}</small></h3><ol class=\"claims\">{}</ol>{}",
        newestFirst.size(),
        list(shown.subList(0, Math.min(OPEN, shown.size()))),
        older(subject, shown, newestFirst.size()));
  }

  private static Html list(List<LedgerClaim> claims) {
    return claims.stream().map(ClaimList::claim).collect(Html.joining());
  }

  private static Html older(String subject, List<LedgerClaim> shown, int all) {
    if (shown.size() <= OPEN) return Html.NOTHING;
    var rest = shown.subList(OPEN, shown.size());
    return Html.of(
        "<details id=\"claims-{}\"><summary>{} earlier</summary><ol class=\"claims\">{}</ol>{}</details>",
        subject,
        Wording.count(rest.size(), "claim"),
        list(rest),
        all <= SHOWN
            ? Html.NOTHING
            : Html.of(
                "<p><a href=\"/api/claims?subject={}\">All {} claims as JSON</a></p>",
                subject,
                all));
  }

  private static Html claim(LedgerClaim entry) {
    var claim = entry.claim();
    return Html.of(
        """
        <li class="claim">
        <p class="when"><time>{}</time></p>
        <div>
        <p class="what">{} <strong>{}</strong> {}</p>
        {}
        <p class="meta">{} · {} · {}</p>
        {}
        </div>
        </li>
        """,
        Wording.published(entry.item()),
        Badge.of(Wording.token(claim.status()), Wording.plain(claim.status())),
        window(claim),
        superseded(claim),
        Source.quote(claim.quote(), entry.item()),
        Source.outlet(entry.item(), claim.origins()),
        Wording.plain(claim.certainty()),
        Html.link(entry.item().url(), entry.item().title()),
        verdict(entry.verdict()));
  }

  private static String window(Claim claim) {
    var window = claim.window();
    return window == null ? "no date" : Wording.window(window);
  }

  private static Html superseded(Claim claim) {
    var window = claim.superseded();
    if (window == null) return Html.NOTHING;
    return Html.of("<span class=\"quiet\">before: {}</span>", Wording.window(window));
  }

  private static Html verdict(@Nullable Verdict verdict) {
    if (verdict == null) return Html.of("<p class=\"verdict quiet\">not judged yet</p>");
    String change = verdict.change();
    return Html.of(
        "<p class=\"verdict\">{} {} {}</p>",
        Badge.of("decision", Wording.plain(verdict.decision())),
        verdict.reason(),
        change == null ? Html.NOTHING : Html.of("<a href=\"#change-{}\">the change</a>", change));
  }
}
