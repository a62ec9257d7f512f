package slipstream.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Cursor;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.ingest.Harvest;
import slipstream.ingest.Outcome;
import slipstream.ingest.fetch.FetchSettings;
import slipstream.ingest.fetch.Fetcher;
import slipstream.ingest.fetch.Robots;
import slipstream.ingest.fetch.TestServer;

class WebReaderTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  private Map<String, String> select = Map.of();
  private Source.Kind kind = Source.Kind.FEED;
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
