package slipstream.web.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Outlook;
import slipstream.contracts.Outlook.Dissent;
import slipstream.contracts.Outlook.Word;
import slipstream.contracts.Position;

/** What is held of a subject now, since when and on whose word. */
final class OutlookCard {
  static final Html EMPTY =
      Html.of("<div class=\"outlook\"><p class=\"held none\">No claim yet</p></div>");

  private OutlookCard() {}

  static Html render(Outlook outlook) {
    return Html.of(
        """
        <div class="outlook">
        <p class="held">{} {}</p>
        {}
        <dl>{}{}</dl>
        </div>
        """,
        Wording.position(outlook.held()),
        badges(outlook),
        word(outlook),
        rumour(outlook),
        dissent(outlook));
  }

  private static Html badges(Outlook outlook) {
    ClaimStatus status = outlook.held().status();
    var stated =
        status == null ? Html.NOTHING : Badge.of(Wording.token(status), Wording.plain(status));
    return Html.of("{} {}", stated, outlook.overdue() ? overdue(outlook) : Html.NOTHING);
  }

  private static Html overdue(Outlook outlook) {
    var window = outlook.held().window();
    if (window == null || window.latest() == null) return Badge.of("overdue", "overdue");
    LocalDate since = window.latest().plusDays(1);
    LocalDate today = LocalDate.ofInstant(outlook.clock(), ZoneOffset.UTC);
    long days = ChronoUnit.DAYS.between(window.latest(), today);
    return Badge.of(
        "overdue", "overdue since " + Wording.day(since) + ", " + Wording.count(days, "day"));
  }

  private static Html word(Outlook outlook) {
    Word word = outlook.word();
    if (word == null) return Html.NOTHING;
    return Html.of(
        "<p>On the word of <strong>{}</strong> ({}, {}) since <time>{}</time>: {}</p>",
        word.origin(),
        Wording.plain(word.certainty()),
        Wording.count(word.origins(), "independent origin"),
        Wording.published(word.item()),
        Source.link(word.item()));
  }

  private static Html rumour(Outlook outlook) {
    Position rumour = outlook.rumour();
    if (rumour == null) return Html.NOTHING;
    return Html.of("<dt>Rumour</dt><dd>{}</dd>", Wording.position(rumour));
  }

  private static Html dissent(Outlook outlook) {
    if (outlook.others().isEmpty()) return Html.NOTHING;
    return Html.of(
        "<dt>Others say</dt><dd><ul>{}</ul></dd>",
        outlook.others().stream().map(OutlookCard::other).collect(Html.joining()));
  }

  private static Html other(Dissent dissent) {
    var window = dissent.window();
    return Html.of(
        "<li>{} <span class=\"quiet\">({}, {})</span></li>",
        window == null ? "no date" : Wording.window(window),
        Wording.plain(dissent.status()),
        Wording.count(dissent.origins(), "origin"));
  }
}
