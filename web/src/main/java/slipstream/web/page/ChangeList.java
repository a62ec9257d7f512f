package slipstream.web.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Severity;

/** The changes of a subject, newest first: kind, before and after, and the words that moved it. */
final class ChangeList {
  private ChangeList() {}

  static Html render(List<Change> newestFirst) {
    if (newestFirst.isEmpty()) return Html.NOTHING;
    var takenBack = takenBack(newestFirst);
    return Html.of(
        "<h3>Changes <small class=\"quiet\">{}</small></h3><ol class=\"changes\">{}</ol>",
        newestFirst.size(),
        newestFirst.stream().map(c -> change(c, takenBack)).collect(Html.joining()));
  }

  private static Set<String> takenBack(List<Change> changes) {
    var ids = new HashSet<String>();
    for (var change : changes) {
      String id = change.takesBack();
      if (id != null && change.kind() == ChangeKind.CORRECTION) ids.add(id);
    }
    return ids;
  }

  private static Html change(Change change, Set<String> takenBack) {
    return Html.of(
        """
        <li id="change-{}" class="change {}">
        <p class="when"><time datetime="{}">{}{}</time></p>
        <div>
        <p class="what">{} {} {}</p>
        {}
        <p class="meta">{}{}</p>
        </div>
        </li>
        """,
        change.id(),
        Wording.token(change.severity()),
        change.assertedAt(),
        Wording.isEstimated(change.item()) ? "~" : "",
        Wording.day(change.assertedAt()),
        Badge.of(Wording.token(change.kind()), Wording.plain(change.kind())),
        move(change),
        days(change),
        said(change),
        source(change),
        marks(change, takenBack.contains(change.id())));
  }

  /** A denial or a rumour names its own window: what is held has not moved. */
  private static Html move(Change change) {
    String before = Wording.position(change.before());
    String after = Wording.position(change.after());
    if (isBeside(change)) {
      var denied = change.kind() == ChangeKind.DENIED ? "not " : "";
      var window = change.after().window();
      String said = denied + (window == null ? after : Wording.window(window));
      return before.equals(after)
          ? Html.of("<strong>{}</strong>", said)
          : Html.of("<strong>{}</strong> <span class=\"quiet\">held: {}</span>", said, before);
    }
    if (before.equals(after)) return Html.of("<strong>{}</strong>", after);
    return Html.of(
        "<span class=\"before\">{}</span> <span aria-label=\"becomes\">→</span> <strong>{}</strong>",
        before,
        after);
  }

  private static boolean isBeside(Change change) {
    return change.kind() == ChangeKind.DENIED || change.severity() == Severity.RUMOUR;
  }

  private static Html days(Change change) {
    String moved = isBeside(change) ? "" : Wording.moved(change.daysMoved());
    return moved.isEmpty() ? Html.NOTHING : Html.of("<span class=\"days\">{}</span>", moved);
  }

  private static Html said(Change change) {
    var quote = change.quote();
    ItemRef item = change.item();
    if (quote == null || item == null) {
      return change.kind() == ChangeKind.OVERDUE
          ? Html.of("<p class=\"said quiet\">The window passed without a release.</p>")
          : Html.NOTHING;
    }
    return Source.quote(quote, item);
  }

  private static Html source(Change change) {
    ItemRef item = change.item();
    if (item == null) return Html.NOTHING;
    var certainty = change.certainty();
    return Html.of(
        "{} · {}{} · {} · ",
        Source.outlet(item, change.origins()),
        certainty == null ? "" : Wording.plain(certainty) + ", ",
        Wording.count(change.independentOrigins(), "origin"),
        Html.link(item.url(), item.title()));
  }

  private static Html marks(Change change, boolean takenBack) {
    String takes = change.takesBack();
    return Html.of(
        "{}{}{}{}",
        Badge.of("quiet", Wording.plain(change.severity())),
        change.backfill()
            ? Html.of(
                " <span class=\"badge quiet\" title=\"Learned more than 48 hours after it was published\">backfill</span>")
            : Html.NOTHING,
        takenBack ? Html.of(" <span class=\"badge correction\">taken back</span>") : Html.NOTHING,
        takes == null
            ? Html.NOTHING
            : Html.of(" <a href=\"#change-{}\">takes back an earlier change</a>", takes));
  }
}
