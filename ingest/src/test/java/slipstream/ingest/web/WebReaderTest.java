package slipstream.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Cursor;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.ingest.Harvest;
import slipstream.ingest.Outcome;
import slipstream.ingest.Refusal;
import slipstream.ingest.fetch.FetchSettings;
import slipstream.ingest.fetch.Fetcher;
import slipstream.ingest.fetch.Robots;
import slipstream.ingest.fetch.TestServer;

class WebReaderTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  private Map<String, String> select = Map.of();
  private Source.Kind kind = Source.Kind.FEED;
  private Instant now = NOW;
  private TestServer server;
  private Fetcher fetcher;
  private WebReader reader;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
    fetcher =
        new Fetcher(
            new FetchSettings(
                null,
                List.of("127.0.0.1"),
                4,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ZERO,
                InetAddress::getAllByName));
    reader =
        new WebReader(
            ListForm.FEED, fetcher, new Robots(fetcher), Duration.ofSeconds(1), () -> NOW);
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  @Test
  void firstPoll_bringsTheEntries() {
    server.on(
        "/feed", 200, "ETag: \"1\"", rss(item("One", "Words one."), item("Two", "Words two.")));
    Harvest harvest = poll(Cursor.start("s"));
    assertThat(harvest.outcome()).isEqualTo(Outcome.OK);
    assertThat(harvest.items()).extracting(i -> i.title()).containsExactly("One", "Two");
    assertThat(harvest.items().get(0).published().at()).isEqualTo("2026-01-05T10:00:00Z");
    assertThat(harvest.cursor().etag()).isEqualTo("\"1\"");
  }

  @Test
  void secondPoll_bringsOnlyWhatIsNewOrChanged() {
    server.on("/feed", 200, "", rss(item("One", "Words one."), item("Two", "Words two.")));
    Cursor cursor = poll(Cursor.start("s")).cursor();
    server.on(
        "/feed",
        200,
        "",
        rss(item("One", "Words one."), item("Two", "Edited."), item("Three", "New.")));
    Harvest harvest = poll(cursor);
    assertThat(harvest.items()).extracting(i -> i.text()).containsExactly("Edited.", "New.");
    assertThat(harvest.duplicates()).isEqualTo(1);
  }

  @Test
  void unchangedFeed_isAskedForWithItsValidators() {
    server.on("/feed", 200, "ETag: \"1\"", rss(item("One", "Words.")));
    Cursor cursor = poll(Cursor.start("s")).cursor();
    server.on("/feed", 304, "", "");
    Harvest harvest = poll(cursor);
    assertThat(harvest.outcome()).isEqualTo(Outcome.NOT_MODIFIED);
    assertThat(harvest.cursor().seen()).isEqualTo(cursor.seen());
    assertThat(server.requests().get(1).headers()).containsEntry("if-none-match", "\"1\"");
  }

  @Test
  void robotsThatForbid_areObeyed() {
    server.on("/robots.txt", 200, "", "User-agent: slipstream\nDisallow: /feed\n");
    Harvest harvest = poll(Cursor.start("s"));
    assertThat(harvest.outcome()).isEqualTo(Outcome.ROBOTS_DENIED);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void robotsThatFail_forbidEverything() {
    server.on("/robots.txt", 500, "", "");
    assertThat(poll(Cursor.start("s")).outcome()).isEqualTo(Outcome.ROBOTS_DENIED);
  }

  @Test
  void robotsAndFeed_takeTwoTurnsAPaceApart() {
    server.on("/feed", 200, "", rss(item("One", "Words.")));
    Harvest first = reader.read(source(), Cursor.start("s"));
    assertThat(first.outcome()).isEqualTo(Outcome.NONE);
    assertThat(first.rest()).isEqualTo(Duration.ofSeconds(1));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void crawlDelay_isKeptUpToThirtySeconds() {
    server.on("/robots.txt", 200, "", "User-agent: *\nCrawl-delay: 900\n");
    server.on("/feed", 200, "", rss(item("One", "Words.")));
    assertThat(poll(Cursor.start("s")).rest()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void serverThatAsksToWait_isLeftAlone() {
    server.on("/feed", 503, "Retry-After: 7200", "");
    Harvest harvest = poll(Cursor.start("s"));
    assertThat(harvest.outcome()).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(harvest.pause()).isBetween(Duration.ofHours(2), Duration.ofMinutes(133));
  }

  @Test
  void failuresInARow_waitLongerAndNeverForEver() {
    server.on("/feed", 500, "", "");
    Cursor cursor = Cursor.start("s");
    for (int i = 0; i < 3; i++) cursor = poll(cursor).cursor();
    assertThat(cursor.failures()).isEqualTo(3);
    assertThat(poll(cursor).pause()).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(45));
  }

  @Test
  void htmlPage_isAFailureThatSaysSo() {
    server.on("/feed", 200, "", "<!doctype html><html><body>Sign in</body></html>");
    Harvest harvest = poll(Cursor.start("s"));
    assertThat(harvest.outcome()).isEqualTo(Outcome.PARSE_ERROR);
    assertThat(harvest.cursor().lastError()).isEqualTo("no feed: an HTML page");
  }

  @Test
  void dateInTheFuture_isRefusedAndTheItemKept() {
    server.on(
        "/feed",
        200,
        "",
        rss(
            "<item><title>A</title><link>https://a.example/1</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>"));
    assertThat(poll(Cursor.start("s")).items())
        .singleElement()
        .satisfies(i -> assertThat(i.published()).isNull());
  }

  @Test
  void listPage_bringsTheArticlesOneATurn() {
    server.on(
        "/feed",
        200,
        "",
        "<a href='/a/1'>One</a> <a href='/a/2'>Two</a> <a href='https://elsewhere.example/'>About</a>");
    server.on("/a/1", 200, "Content-Type: text/html", article("One"));
    server.on("/a/2", 404, "", "");
    kind = Source.Kind.PAGE;
    reader =
        new WebReader(
            ListForm.PAGE, fetcher, new Robots(fetcher), Duration.ofSeconds(1), () -> NOW);
    Harvest list = poll(Cursor.start("s"));
    assertThat(list.items()).isEmpty();
    assertThat(list.pause()).isZero();
    Harvest one = poll(list.cursor());
    assertThat(one.items()).extracting(i -> i.title()).containsExactly("One");
    assertThat(one.items().get(0).published().day()).isEqualTo("2026-01-05");
    Harvest two = poll(one.cursor());
    assertThat(two.rejected()).isEqualTo(1);
    Harvest again = poll(two.cursor());
    assertThat(again.cursor().pending()).isEmpty();
    assertThat(again.duplicates()).isEqualTo(2);
  }

  @Test
  void api_isReadByPaths() {
    server.on(
        "/feed",
        200,
        "",
        """
        {"results": [{"id": "x/1", "createdAt": "2026-01-05T10:00:00.000Z"}]}""");
    kind = Source.Kind.API;
    reader =
        new WebReader(ListForm.API, fetcher, new Robots(fetcher), Duration.ofSeconds(1), () -> NOW);
    select =
        Map.of(
            "items",
            "results",
            "title",
            "New: {id}",
            "link",
            "https://m.example/{id}",
            "date",
            "createdAt");
    assertThat(poll(Cursor.start("s")).items())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.title()).isEqualTo("New: x/1");
              assertThat(i.url()).isEqualTo("https://m.example/x/1");
              assertThat(i.published().at()).isEqualTo("2026-01-05T10:00:00Z");
            });
  }

  @Test
  void sitemap_leadsToItsArticlesNewestFirst() {
    server.on(
        "/feed",
        200,
        "",
        """
        <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>%s</loc><lastmod>2025-01-01</lastmod></url>
        <url><loc>%s</loc><lastmod>2026-01-01</lastmod></url>
        <url><loc>%s</loc></url></urlset>"""
            .formatted(server.uri("/news/old"), server.uri("/news/new"), server.uri("/guide")));
    kind = Source.Kind.SITEMAP;
    reader =
        new WebReader(
            ListForm.SITEMAP, fetcher, new Robots(fetcher), Duration.ofSeconds(1), () -> NOW);
    select = Map.of("pattern", "/news/");
    assertThat(poll(Cursor.start("s")).cursor().pending().keySet())
        .containsExactly(server.uri("/news/new").toString(), server.uri("/news/old").toString());
  }

  @Test
  void editedArticle_isReadAgainWhenTheSitemapSaysSo() {
    use(Source.Kind.SITEMAP, ListForm.SITEMAP);
    server.on("/feed", 200, "", sitemap("2026-01-01"));
    server.on("/a/1", 200, "", article("One"));
    Cursor read = poll(poll(Cursor.start("s")).cursor()).cursor();
    assertThat(poll(read).cursor().pending()).isEmpty();
    server.on("/feed", 200, "", sitemap("2026-01-02"));
    server.on("/a/1", 200, "", article("One, corrected"));
    Cursor again = poll(read).cursor();
    assertThat(again.pending()).hasSize(1);
    Harvest edit = poll(again);
    assertThat(edit.items()).extracting(i -> i.title()).containsExactly("One, corrected");
    server.on("/feed", 200, "", sitemap("2026-01-03"));
    Harvest touched = poll(poll(edit.cursor()).cursor());
    assertThat(touched.items()).isEmpty();
    assertThat(touched.duplicates()).isEqualTo(1);
  }

  @Test
  void articleOfAListWithoutDates_isLookedAtAgainTheNextDay() {
    use(Source.Kind.PAGE, ListForm.PAGE);
    server.on("/feed", 200, "", "<a href='/a/1'>One</a>");
    server.on("/a/1", 200, "", article("One"));
    Cursor read = poll(poll(Cursor.start("s")).cursor()).cursor();
    assertThat(poll(read).cursor().pending()).isEmpty();
    now = NOW.plus(Duration.ofDays(1));
    server.on("/a/1", 200, "", article("One, corrected"));
    Harvest edit = poll(poll(read).cursor());
    assertThat(edit.items()).extracting(i -> i.title()).containsExactly("One, corrected");
  }

  @Test
  void sitemapIndex_leadsToTheArticlesOfItsSitemaps() throws IOException {
    use(Source.Kind.SITEMAP, ListForm.SITEMAP);
    server.on(
        "/feed",
        200,
        "",
        "<sitemapindex><sitemap><loc>%s</loc><lastmod>2026-01</lastmod></sitemap></sitemapindex>"
            .formatted(server.uri("/s1.xml.gz")));
    byte[] packed = gzip(sitemap("2026-01-01"));
    server.on("/s1.xml.gz", (r, c, out) -> TestServer.write(out, 200, "", packed));
    server.on("/a/1", 200, "", article("One"));
    Cursor index = poll(Cursor.start("s")).cursor();
    assertThat(index.pending()).hasSize(1);
    Cursor sitemap = poll(index).cursor();
    Harvest article = poll(sitemap);
    assertThat(article.items()).extracting(i -> i.title()).containsExactly("One");
    assertThat(poll(article.cursor()).cursor().pending()).isEmpty();
  }

  @Test
  void pastOfAFeed_isReadFromItsArchivesWhenAsked() {
    select = Map.of("history", "true");
    server.on("/feed", 200, "", atom("prev-archive", "/2025", entry("New", "2026-01-05")));
    server.on(
        "/2025",
        200,
        "",
        atom("prev-archive", "/2024", entry("Old", "2025-06-01") + entry("New", "2026-01-05")));
    server.on("/2024", 200, "", atom("current", "/feed", entry("Older", "2024-06-01")));
    Harvest present = poll(Cursor.start("s"));
    Harvest past = poll(present.cursor());
    Harvest beginning = poll(past.cursor());
    assertThat(past.items()).extracting(i -> i.title()).containsExactly("Old");
    assertThat(past.items().get(0).published().day()).isEqualTo("2025-06-01");
    assertThat(beginning.items()).extracting(i -> i.title()).containsExactly("Older");
    assertThat(beginning.cursor().pending()).isEmpty();
    assertThat(beginning.cursor().newestItem()).isEqualTo("2026-01-05T00:00:00Z");
    assertThat(poll(beginning.cursor()).cursor().pending()).isEmpty();
  }

  @Test
  void pastOfAFeed_isLeftAloneByDefault() {
    server.on("/feed", 200, "", atom("prev-archive", "/2025", entry("New", "2026-01-05")));
    assertThat(poll(Cursor.start("s")).cursor().pending()).isEmpty();
  }

  @Test
  void moreArticlesThanOneTurnTakes_areAllReadInTheEnd() {
    use(Source.Kind.SITEMAP, ListForm.SITEMAP);
    var urls = new StringBuilder("<urlset>");
    for (int i = 0; i < 230; i++) {
      urls.append("<url><loc>").append(server.uri("/a/" + i)).append("</loc></url>");
      server.on("/a/" + i, 200, "", article("Number " + i));
    }
    server.on("/feed", 200, "ETag: \"1\"", urls + "</urlset>");
    Harvest harvest = poll(Cursor.start("s"));
    assertThat(harvest.cursor().etag()).isNull();
    int items = 0;
    for (int turn = 0; turn < 231; turn++) {
      harvest = poll(harvest.cursor());
      items += harvest.items().size();
    }
    assertThat(items).isEqualTo(230);
    assertThat(harvest.cursor().pending()).isEmpty();
    assertThat(harvest.cursor().etag()).isEqualTo("\"1\"");
  }

  @Test
  void whatIsNoArticle_isClassifiedAndNeverAnItem() {
    assertThat(refusal("404 Not found", "")).isEqualTo(Refusal.GONE);
    assertThat(refusal("403 No", "")).isEqualTo(Refusal.FORBIDDEN);
    assertThat(refusal("302 Go", "Location: /login?next=a")).isEqualTo(Refusal.LOGIN);
    assertThat(refusal("302 Go", "Location: /consent/ask")).isEqualTo(Refusal.CONSENT);
    assertThat(refusal("302 Go", "Location: /")).isEqualTo(Refusal.FRONT_PAGE);
    assertThat(refusal("200 OK", "Content-Type: application/pdf")).isEqualTo(Refusal.NO_PAGE);
  }

  @Test
  void wallAtTheAddressOfAnArticle_isClassifiedAndNeverAnItem() {
    String prompt =
        "Please enter what we sent you when you came here for the first time. ".repeat(5);
    assertThat(refusal("200 OK", "", page("Sign in to continue - Example", prompt)))
        .isEqualTo(Refusal.LOGIN);
    assertThat(
            refusal("200 OK", "", page("Example", "Forgot your password? We send you a new one.")))
        .isEqualTo(Refusal.LOGIN);
    assertThat(refusal("200 OK", "", page("We value your privacy", prompt)))
        .isEqualTo(Refusal.CONSENT);
    assertThat(
            refusal(
                "200 OK",
                "",
                page(
                    "The engine is late",
                    "We and our 842 partners store information on a device, such as cookies."
                        + " You can withdraw your consent at any time.")))
        .isEqualTo(Refusal.CONSENT);
  }

  @Test
  void wallInPlaceOfAList_isClassified_andItsLinksAreNotFollowed() {
    String wall = page("Before you continue", "<a href='/terms'>Terms</a>");
    for (var kind : List.of(Source.Kind.FEED, Source.Kind.PAGE)) {
      use(kind, kind == Source.Kind.FEED ? ListForm.FEED : ListForm.PAGE);
      server.on("/feed", 200, "", wall);
      Harvest harvest = poll(Cursor.start("s"));
      assertThat(harvest.refusal()).isEqualTo(Refusal.CONSENT);
      assertThat(harvest.outcome()).isEqualTo(Outcome.PARSE_ERROR);
      assertThat(harvest.cursor().pending()).isEmpty();
    }
  }

  @Test
  void articleAboutConsentOrLogins_isRead() {
    use(Source.Kind.PAGE, ListForm.PAGE);
    server.on("/feed", 200, "", "<a href='/a/1'>One</a><a href='/a/2'>Two</a>");
    server.on(
        "/a/1",
        200,
        "",
        page(
            "Sign in with one click is late",
            "The court said that sites must ask for consent before they use cookies."));
    server.on(
        "/a/2",
        200,
        "",
        page("Our engine", "We and our 3 partners show it in May; sign in with your account."));
    Harvest first = poll(poll(Cursor.start("s")).cursor());
    assertThat(first.items()).hasSize(1);
    assertThat(poll(first.cursor()).items()).hasSize(1);
  }

  @Test
  void articleElsewhere_isNotFetched_itsDomainHasAnotherOwner() {
    select = Map.of("article", "true");
    server.on("/feed", 200, "", rss(item("One", "Words of the feed.")));
    Harvest harvest = poll(Cursor.start("s"));
    assertThat(harvest.items()).extracting(i -> i.text()).containsExactly("Words of the feed.");
    assertThat(harvest.cursor().pending()).isEmpty();
  }

  @Test
  void busyServer_isLeftAloneBetweenArticlesToo() {
    use(Source.Kind.PAGE, ListForm.PAGE);
    server.on("/feed", 200, "", "<a href='/a/1'>One</a>");
    server.on("/a/1", 429, "Retry-After: 600", "");
    Harvest harvest = poll(poll(Cursor.start("s")).cursor());
    assertThat(harvest.outcome()).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(harvest.pause()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    assertThat(harvest.cursor().pending()).hasSize(1);
  }

  @Test
  void validators_areLeftOutOnceADay() {
    server.on("/feed", 200, "ETag: \"1\"", rss(item("One", "Words.")));
    Cursor cursor = poll(Cursor.start("s")).cursor();
    var old = new slipstream.ingest.CursorDraft(cursor);
    old.fullFetch = Instant.now().minus(Duration.ofHours(25));
    poll(old.cursor());
    assertThat(server.requests().get(1).headers()).doesNotContainKey("if-none-match");
  }

  private @Nullable Refusal refusal(String status, String header) {
    return refusal(status, header, article("One"));
  }

  private @Nullable Refusal refusal(String status, String header, String page) {
    use(Source.Kind.PAGE, ListForm.PAGE);
    server.on("/feed", 200, "", "<a href='/a/1'>One</a>");
    server.on("/login?next=a", 200, "", article("Sign in"));
    server.on("/consent/ask", 200, "", article("We value your privacy"));
    server.on("/", 200, "", article("Front page"));
    server.on("/a/1", Integer.parseInt(status.substring(0, 3)), header, page);
    Harvest harvest = poll(poll(Cursor.start("s")).cursor());
    assertThat(harvest.items()).isEmpty();
    assertThat(harvest.rejected()).isEqualTo(1);
    return harvest.refusal();
  }

  private void use(Source.Kind kind, ListForm form) {
    this.kind = kind;
    reader = new WebReader(form, fetcher, new Robots(fetcher), Duration.ofSeconds(1), () -> now);
  }

  private String sitemap(String lastmod) {
    return "<?xml version='1.0'?><urlset><url><loc>%s</loc><lastmod>%s</lastmod></url></urlset>"
        .formatted(server.uri("/a/1"), lastmod);
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private String atom(String rel, String older, String entries) {
    return "<feed xmlns='http://www.w3.org/2005/Atom'><title>E</title><link rel='%s' href='%s'/>%s</feed>"
        .formatted(rel, server.uri(older), entries);
  }

  private static String entry(String title, String day) {
    return "<entry><title>%s</title><id>%s</id><link href='https://e.example/%s'/><published>%sT00:00:00Z</published><content>Words.</content></entry>"
        .formatted(title, title, title, day);
  }

  private static String page(String title, String text) {
    return "<title>%s</title><article><h1>%s</h1><p>%s</p></article>".formatted(title, title, text);
  }

  private static String article(String title) {
    String words = "This is a paragraph with enough words to be one of an article, as they are. ";
    return "<html><head><title>"
        + title
        + "</title><meta property='article:published_time' content='2026-01-05T10:00:00Z'></head><body><article><h1>"
        + title
        + "</h1><p>"
        + words.repeat(4)
        + "</p><p>"
        + words.repeat(3)
        + "</p></article></body></html>";
  }

  /** Polls until the feed was asked for or refused: robots.txt takes a turn of its own. */
  private Harvest poll(Cursor cursor) {
    Harvest harvest = reader.read(source(), cursor);
    return harvest.outcome() == Outcome.NONE ? reader.read(source(), cursor) : harvest;
  }

  private Source source() {
    return new Source(
        "s",
        kind,
        server.uri("/feed").toString(),
        "Example",
        Tier.PRESS,
        "en",
        Duration.ofMinutes(10),
        null,
        false,
        select);
  }

  private static String item(String title, String text) {
    return "<item><title>%s</title><link>https://news.example/%s</link><description>%s</description>"
            .formatted(title, title, text)
        + "<pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>";
  }

  private static String rss(String... items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Example</title>"
        + String.join("", items)
        + "</channel></rss>";
  }
}
