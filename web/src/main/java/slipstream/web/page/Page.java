package slipstream.web.page;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Theme;
import slipstream.contracts.config.Watchlist;
import slipstream.web.view.Snapshot;

/** The page: each subject with its outlook, changes, claims and counts, then the themes. */
public final class Page {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>{}</title>
      <link rel="stylesheet" href="/style.css">
      <link rel="icon" href="/icon.svg" type="image/svg+xml">
      <link rel="alternate" type="application/atom+xml" title="Changes of release dates" href="/changes.atom">
      <script src="/page.js" defer></script>
      </head>
      <body>
      <header class="top">
      <div><span class="brand">Slipstream</span> <span class="quiet">release-date claims in the news, and when they change</span></div>
      {}
      </header>
      <main id="main">
      <p class="asof quiet">As of <time datetime="{}">{}</time> <span id="live" role="status"></span></p>
      {}
      {}
      </main>
      <footer class="quiet">
      <p><span class="approx">~</span> before a date: estimated, no source gives it. A claim counts once per independent origin, not per copy.
      Retold items are samples written from public facts; their words are not the outlet's.</p>
      <p>Data: {}</p>
      </footer>
      </body>
      </html>
      """;

  private final Watchlist watchlist;
  private final Snapshot held;

  private Page(Watchlist watchlist, Snapshot held) {
    this.watchlist = watchlist;
    this.held = held;
  }

  /**
   * @param watchlist for the names of what is watched
   * @param now shown as the time of the page
   */
  public static Html render(Watchlist watchlist, Snapshot held, Instant now) {
    return new Page(watchlist, held).render(now);
  }

  private Html render(Instant now) {
    var subjects = subjects();
    return Html.of(
        FRAME,
        title(subjects),
        menu(subjects),
        now,
        Wording.minute(now),
        subjects.isEmpty()
            ? nothing()
            : subjects.stream().map(this::section).collect(Html.joining()),
        themes(),
        DATA_LINKS);
  }

  private static final Html DATA_LINKS =
      Html.of(
          """
          <a href="/changes.atom">changes as Atom feed</a>, <a href="/outlooks.ics">expected releases as calendar</a> ·
          <a href="/api/outlooks">outlooks</a>, <a href="/api/changes">changes</a>,
          <a href="/api/claims">claims</a>, <a href="/api/counts/status">status counts</a>,
          <a href="/api/counts/sentiment">sentiment counts</a> (JSON) ·
          <a href="/metrics">metrics</a> · <a href="/health">health</a>""");

  /** The configured subjects, then those the ledger still knows. */
  private List<Watched> subjects() {
    var ids = new LinkedHashSet<String>();
    watchlist.subjects().forEach(s -> ids.add(s.id()));
    held.outlooks().forEach(o -> ids.add(o.subject()));
    held.changes().forEach(c -> ids.add(c.subject()));
    return ids.stream().map(id -> Watched.of(id, watchlist)).toList();
  }

  private String title(List<Watched> subjects) {
    if (subjects.size() != 1) return "Slipstream";
    var only = subjects.get(0);
    return held.outlook(only.id())
        .map(o -> only.name() + ": " + Wording.position(o.held()) + " · Slipstream")
        .orElse(only.name() + " · Slipstream");
  }

  private static Html menu(List<Watched> subjects) {
    if (subjects.size() < 2) return Html.NOTHING;
    return Html.of(
        "<nav aria-label=\"Subjects\"><ul class=\"menu\">{}</ul></nav>",
        subjects.stream()
            .map(s -> Html.of("<li><a href=\"#{}\">{}</a></li>", s.id(), s.name()))
            .collect(Html.joining()));
  }

  private static Html nothing() {
    return Html.of("<p>Nothing is watched yet: the watchlist names no subject.</p>");
  }

  private Html section(Watched subject) {
    var changes = held.changesOf(subject.id());
    var claims = held.claimsOf(subject.id());
    var outlook = held.outlook(subject.id());
    return Html.of(
        """
        <section class="subject" id="{}" aria-labelledby="name-{}">
        <h2 id="name-{}">{} <small class="quiet">{}</small></h2>
        {}{}{}{}{}
        </section>
        """,
        subject.id(),
        subject.id(),
        subject.id(),
        subject.name(),
        subject.about(),
        outlook.map(OutlookCard::render).orElse(OutlookCard.EMPTY),
        outlook.map(o -> SlipChart.render(o, claims, changes)).orElse(Html.NOTHING),
        ChangeList.render(changes),
        ClaimList.render(subject.id(), claims),
        Counts.render(held, subject.id()));
  }

  private Html themes() {
    var themes = watchlist.themes().stream().map(this::theme).toList();
    if (themes.isEmpty()) return Html.NOTHING;
    return Html.of(
        """
        <section class="themes" aria-labelledby="themes">
        <h2 id="themes">Themes</h2>
        {}
        </section>
        """,
        themes.stream().collect(Html.joining()));
  }

  private Html theme(Theme theme) {
    return Html.of(
        "<div class=\"theme\"><h3>{}</h3>{}</div>",
        theme.name(),
        Counts.sentiment(held, theme.id()));
  }

  /**
   * A subject as shown.
   *
   * @param about owner and milestone in a few words
   */
  private record Watched(String id, String name, String about) {
    static Watched of(String id, Watchlist watchlist) {
      return watchlist
          .subject(id)
          .map(s -> new Watched(id, s.name(), about(s)))
          .orElse(new Watched(id, id, "no longer watched"));
    }

    private static String about(Subject subject) {
      String owner = subject.owner();
      return owner == null ? subject.milestone() : subject.milestone() + " by " + owner;
    }
  }
}
