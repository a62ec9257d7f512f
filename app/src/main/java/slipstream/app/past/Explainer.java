package slipstream.app.past;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import slipstream.alerts.notice.ChangeText;
import slipstream.alerts.notice.Style;
import slipstream.app.cli.ClusterLink;
import slipstream.contracts.Change;
import slipstream.contracts.ClaimOverride;
import slipstream.contracts.Decision;
import slipstream.contracts.ItemRef;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Mention;
import slipstream.contracts.Verdict;
import slipstream.contracts.WatchedKind;

/** Tells why an item did or did not change an outlook, and what stands behind a change. */
public final class Explainer {
  private static final int MOST = 10;

  private final ClusterLink link;
  private final Past past;
  private final PrintWriter out;

  public Explainer(ClusterLink link, Past past, PrintWriter out) {
    this.link = link;
    this.past = past;
    this.out = out;
  }

  /**
   * Prints the explanation.
   *
   * @param what id of a change, of a claim or of an item, an address, or words of a title
   * @return false when nothing of the kind was ever read
   */
  public boolean explain(String what) throws IOException, InterruptedException {
    var change = past.announced().stream().filter(c -> c.id().equals(what)).findFirst();
    if (change.isPresent()) {
      explain(change.get());
      return true;
    }
    var claim = past.claim(what);
    var sought = Sought.find(link, claim.isPresent() ? claim.get().item().id() : what);
    if (sought.items().isEmpty()) return explainLetters(what);
    if (sought.items().size() > MOST) {
      out.printf("%d items have these words in the title:%n", sought.items().size());
      sought.items().values().stream().limit(MOST).forEach(i -> out.println("  " + name(i)));
      out.println("  ...");
      return true;
    }
    for (ItemRef item : sought.items().values()) explain(item, sought.mentions(item.id()));
    return true;
  }

  private void explain(Change change) {
    out.println(ChangeText.lines(change, Style.PLAIN));
    var claim = change.claim() == null ? null : past.claim(change.claim()).orElse(null);
    if (change.claim() == null) {
      out.println("  why      the last day of the window was over, and nobody had said it was out");
    } else if (claim == null) {
      out.println("  why      claim " + change.claim() + ", which is gone by now");
    } else {
      out.println("  why      " + reason(claim) + " (claim " + claim.id() + ")");
    }
    if (change.learnedAt() != null) out.println("  learned  " + Words.of(change.learnedAt()));
    if (change.backfill()) {
      out.println("  backfill: subscriptions without 'backfill: true' are not told of it");
    }
    if (change.takesBack() != null) out.println("  takes back change " + change.takesBack());
    for (Change other : past.announced(change.subject())) {
      if (change.id().equals(other.takesBack())) {
        out.printf("  taken back by %s %s%n", Words.of(other.kind()), other.id());
      }
    }
    for (String item : change.related()) out.println("  related  " + Words.clean(item));
    for (LedgerClaim other : past.claims(change.subject())) {
      Verdict verdict = other.verdict();
      if (other.equals(claim) || verdict == null || !change.id().equals(verdict.change())) continue;
      out.printf(
          "  %-8s %s: %s%n",
          Words.of(verdict.decision()), Words.of(other.item()), verdict.reason());
    }
  }

  private void explain(ItemRef item, List<Mention> mentions)
      throws IOException, InterruptedException {
    out.println(Words.clean(item.title()));
    out.println("  " + name(item));
    if (mentions.stream().allMatch(Mention::isRetraction)) {
      out.println(
          mentions.isEmpty()
              ? "  It was read, and names nothing that is watched."
              : "  Its newest version names nothing that is watched any more.");
      String ids = mentions.stream().map(Mention::watched).collect(joining(", "));
      if (!ids.isEmpty()) out.println("  Taken back: " + ids);
    }
    for (Mention mention : mentions) if (!mention.isRetraction()) explain(mention);
    out.println();
  }

  private void explain(Mention mention) throws IOException, InterruptedException {
    out.printf("  %s: named %d times%n", mention.watched(), mention.spans().size());
    var published = mention.item().published();
    if (published != null) {
      var near = Sought.near(link, mention, published.at(), StoryText.DAYS);
      out.println("    " + StoryText.of(mention, near));
    }
    if (mention.kind() == WatchedKind.THEME) {
      out.println("    A theme: no release dates are read for it.");
      return;
    }
    var claims =
        past.claims(mention.watched()).stream()
            .filter(c -> c.item().id().equals(mention.item().id()))
            .toList();
    if (claims.isEmpty()) {
      out.println("    It says nothing of a release date, so it changed no outlook.");
    }
    claims.forEach(this::explain);
  }

  private void explain(LedgerClaim claim) {
    var said = claim.claim();
    out.printf(
        "    claim %s: %s %s%n", claim.id(), Words.of(said.status()), Words.of(said.window()));
    out.printf(
        "      %s, from %s%n",
        Words.of(said.certainty()),
        said.origins().isEmpty()
            ? "the outlet itself"
            : Words.clean(String.join(", ", said.origins())));
    out.printf("      \"%s\"%n", Words.clean(said.quote().text()));
    out.println("      " + reason(claim));
    Verdict verdict = claim.verdict();
    if (verdict == null) return;
    if (verdict.repeats() != null) {
      past.claim(verdict.repeats())
          .ifPresent(
              first -> out.printf("      repeats claim %s: %s%n", first.id(), name(first.item())));
    }
    if (verdict.change() != null) out.println("      " + change(claim, verdict.change()));
  }

  private String change(LedgerClaim claim, String id) {
    return past.announced(claim.claim().subject()).stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .map(
            c ->
                "%s change %s: %s, %s"
                    .formatted(
                        claim.id().equals(c.claim()) ? "raised" : "supports",
                        id,
                        Words.of(c.kind()),
                        Words.of(c.assertedAt())))
        .orElse("change " + id + " is not announced yet: it waits until all was read");
  }

  /** Decision and reason; for a rejection the person's own words. */
  private String reason(LedgerClaim claim) {
    Verdict verdict = claim.verdict();
    if (verdict == null) return "It was read, but not judged yet.";
    if (verdict.decision() == Decision.REJECTED) {
      for (ClaimOverride override : past.rejections()) {
        if (override.claim().equals(claim.id())) {
          return "rejected by %s on %s: %s"
              .formatted(
                  Words.clean(override.by()), Words.of(override.at()), Words.clean(override.why()));
        }
      }
    }
    return Words.of(verdict.decision()) + ": " + verdict.reason();
  }

  private boolean explainLetters(String what) throws IOException, InterruptedException {
    boolean found = false;
    for (DeadLetter letter : DeadLetter.read(link)) {
      if (!Objects.equals(letter.key(), what)) continue;
      out.println("It came, but could not be processed and was put aside:");
      out.println("  " + letter.line());
      found = true;
    }
    return found;
  }

  private static String name(ItemRef item) {
    return Words.of(item) + "  " + Words.clean(item.id());
  }
}
