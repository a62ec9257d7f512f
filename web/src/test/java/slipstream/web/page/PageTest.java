package slipstream.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.Severity;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Watchlist;
import slipstream.web.R2;
import slipstream.web.view.Snapshot;

class PageTest {
  private static final Watchlist EMPTY = new Watchlist(List.of(), List.of(), List.of(), List.of());

  @Test
  void outlook_isShownWithWindowStateWordRumourAndDissent() {
    assertThat(words(R2.snapshot()))
        .contains("DeepSeek R2", "some time 15 Aug – 9 Oct 2025", "delayed")
        .contains("overdue since 10 Oct 2025, 44 days")
        .contains("On the word of Financial Times (reported, 3 independent origins) since ~14 Aug")
        .contains("Rumour Q1 2026")
        .contains("Others say no date (undated, 2 origins)");
  }

  @Test
  void change_isShownWithKindBeforeAndAfterDaysAndMarks() {
    assertThat(words(R2.snapshot()))
        .contains("~14 Aug 2025 slipped no date → some time 15 Aug – 9 Oct 2025 +152 days")
        .contains("Reuters, citing Financial Times · reported, 1 origin")
        .contains("headline backfill")
        .contains("new claim 15–30 Aug 2025 held: no date")
        .contains("denied not 17 Mar 2025 held: some time 26 Feb – 30 Apr 2025")
        .contains(
            "10 Oct 2025 overdue some time 15 Aug – 9 Oct 2025 The window passed without a"
                + " release.");
  }

  @Test
  void denialOfARumour_doesNotCallTheRumourHeld() {
    var like = R2.changes().get(2);
    var denial =
        new Change(
            "d",
            R2.ID,
            ChangeKind.DENIED,
            like.severity(),
            like.after(),
            like.after(),
            like.quote(),
            like.item(),
            "c",
            like.certainty(),
            like.origins(),
            1,
            -44,
            like.assertedAt(),
            like.learnedAt(),
            false,
            null,
            List.of(),
            true,
            "v");
    assertThat(words(holding(denial)))
        .contains("not 15–30 Aug 2025")
        .doesNotContain("held: 15", "−44 days");
  }

  @Test
  void claim_isShownWithStatusDatesOriginAndVerdict() {
    assertThat(words(R2.snapshot()))
        .contains(
            "~25 Feb 2025 accelerated some time 26 Feb – 30 Apr 2025 before: early May 2025"
                + " (1–10 May)")
        .contains("AM Business, citing Reuters")
        .contains("repeat Retells Reuters: the same origin counts once.");
  }

  @Test
  void sample_isRetoldAndNeverQuoted() {
    String page = markup(R2.snapshot());
    assertThat(page).contains("Retold from public facts:").doesNotContain("<blockquote");
  }

  @Test
  void wordsOfAnOutlet_areAQuotation() {
    var item = item("https://news.example/1", "Title", "Reuters", false);
    String page = markup(holding(change(item, "it slips to June")));
    assertThat(page)
        .contains("<blockquote class=\"said\">it slips to June</blockquote>")
        .doesNotContain("Retold from public facts:");
  }

  @Test
  void counts_areShownForSubjectsAndThemes() {
    assertThat(words(R2.snapshot()))
        .contains("scheduled 4", "undated 1")
        .contains("Sentiment +0.06 mean of 38 items")
        .contains("Export rules Sentiment −0.36 mean of 17 items");
  }

  @Test
  void hostileWords_staySeenNotRun() {
    var item = item("javascript:alert(1)", "<img src=x onerror=alert(1)>", "\"><script>", false);
    String page = markup(holding(change(item, "</blockquote><script>alert(1)</script>")));
    assertThat(page)
        .doesNotContain("<img", "javascript:", "<script>")
        .contains("&lt;/blockquote&gt;&lt;script&gt;");
  }

  @Test
  void page_asksNothingOfOthersAndHasNoInlineCode() {
    String page = markup(R2.snapshot());
    assertThat(page).doesNotContain(" style=", "<style", "onclick", "@import");
    assertThat(Pattern.compile("(src|href)=\"([^\"]*)\"").matcher(headOf(page)).results())
        .isNotEmpty()
        .allSatisfy(m -> assertThat(m.group(2)).startsWith("/").doesNotStartWith("//"));
  }

  @Test
  void page_isWellFormed() throws Exception {
    String xml = markup(R2.snapshot()).replaceFirst("<!doctype html>", "");
    var voids = Pattern.compile("<(meta|link)([^>]*[^/])>").matcher(xml).replaceAll("<$1$2/>");
    var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
    var builder = factory.newDocumentBuilder();
    var document =
        builder.parse(
            new org.xml.sax.InputSource(
                new StringReader(voids.replace(" defer>", " defer=\"\">"))));
    assertThat(document.getElementsByTagName("li").getLength()).isGreaterThan(15);
  }

  @Test
  void anchors_leadSomewhere() {
    String page = markup(R2.snapshot());
    assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results())
        .isNotEmpty()
        .allSatisfy(m -> assertThat(page).contains("id=\"" + m.group(1) + "\""));
  }

  @Test
  void takenBackChange_saysSo() {
    var wrong = change(item("https://a.example", "t", "X", false), "out now");
    var correction =
        new Change(
            "corr",
            R2.ID,
            ChangeKind.CORRECTION,
            Severity.HEADLINE,
            wrong.after(),
            wrong.before(),
            null,
            null,
            null,
            null,
            List.of(),
            0,
            null,
            R2.CLOCK,
            R2.CLOCK,
            false,
            wrong.id(),
            List.of(),
            false,
            "v");
    var held = new Snapshot(List.of(), List.of(), List.of(correction, wrong), List.of(), List.of());
    assertThat(text(markup(held))).contains("taken back", "takes back an earlier change");
  }

  @Test
  void emptyLedger_stillNamesWhatIsWatched() {
    assertThat(words(Snapshot.EMPTY)).contains("DeepSeek R2", "No claim yet", "Chips");
    assertThat(text(Page.render(EMPTY, Snapshot.EMPTY, R2.CLOCK).toString()))
        .contains("Nothing is watched yet");
  }

  private static Snapshot holding(Change change) {
    return new Snapshot(List.of(), List.of(), List.of(change), List.of(), List.of());
  }

  private static Change change(ItemRef item, String quote) {
    var like = R2.changes().get(1);
    return new Change(
        "x1",
        R2.ID,
        like.kind(),
        like.severity(),
        like.before(),
        like.after(),
        new Quote(quote, 0, quote.length(), false),
        item,
        "c",
        like.certainty(),
        like.origins(),
        1,
        3,
        like.assertedAt(),
        like.learnedAt(),
        false,
        null,
        List.of(),
        item.sample(),
        "v");
  }

  private static ItemRef item(String url, String title, String outlet, boolean sample) {
    var published = Publication.ofInstant(Instant.parse("2025-08-14T08:30:00Z"), Provenance.FEED);
    return new ItemRef("i", "v1", url, title, outlet, Tier.PRESS, published, sample);
  }

  private static String markup(Snapshot held) {
    return Page.render(R2.watchlist(), held, R2.CLOCK).toString();
  }

  private static String words(Snapshot held) {
    return text(markup(held));
  }

  private static String headOf(String page) {
    return page.substring(0, page.indexOf("</head>"));
  }

  /** What a reader sees, in one line. */
  private static String text(String markup) {
    return markup
        .replaceAll("<[^>]+>", " ")
        .replaceAll("\\s+", " ")
        .replace(" )", ")")
        .replace(" :", ":");
  }
}
