package slipstream.ingest.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Provenance;

class ArticlesTest {
  private static final String ONE =
      "The maker of the engine said on Monday that its next model would be shown in the spring, two"
          + " months later than it had told its partners last year.";
  private static final String TWO =
      "People who have seen the plan said that the delay had to do with the supply of parts, and"
          + " that a further one could not be ruled out before the summer.";
  private static final String LEAD =
      "The next model comes two months later than planned, and nobody says why that is.";

  @Test
  void body_isKeptAndItsSurroundingsAreLeftOut() {
    Article article =
        read(
            """
            <nav><a href=/>Front page</a> <a href=/news>News</a></nav>
            <article><h1>The engine comes later</h1>
            <p class=byline>By A. Writer | 5 January 2026</p>
            <p>%s</p><div class="share-bar">Share this with all you know and love</div>
            <p>%s</p><p>Read more: another thing</p></article>
            <footer>All rights reserved</footer>
            """
                .formatted(ONE, TWO));

    assertThat(article.text()).isEqualTo(ONE + "\n\n" + TWO);
    assertThat(article.title()).isEqualTo("The engine comes later");
    assertThat(article.refusal()).isNull();
    assertThat(article.quality()).isGreaterThan(0.2);
  }

  @Test
  void lead_betweenHeadlineAndBody_isPartOfTheText() {
    Article article =
        read(
            """
            <h1>The engine comes later</h1><p class=teaser>%s</p>
            <div>Updated 5 January 2026, 10:00</div>
            <div class="article-body"><p>%s</p><p>%s</p></div>
            """
                .formatted(LEAD, ONE, TWO));

    assertThat(article.text()).isEqualTo(String.join("\n\n", LEAD, ONE, TWO));
  }

  @Test
  void comments_longerThanTheArticle_areLeftOut() {
    String comment = "<p>" + TWO.repeat(4) + "</p>";

    Article article =
        read(
            "<h1>The engine comes later</h1><div><p>%s</p><p>%s</p></div><div id=comments>%s</div>"
                .formatted(ONE, TWO, comment.repeat(9)));

    assertThat(article.text()).isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void inlineElements_joinWithoutSpace_blocksAndBreaksDoNot() {
    Article article =
        read(
            "<article><p>Re<b>lease</b> is <i>near</i>,<br>they said. %s</p><p>%s&shy;</p></article>"
                .formatted(ONE, TWO));

    assertThat(article.text()).startsWith("Release is near, they said.").endsWith(TWO);
  }

  @Test
  void linkedHeadings_headTheirText_listsOfLinksAtTheEndGo() {
    Article article =
        read(
            """
            <article><p>%s</p><h2><a href=https://example.org>Second part</a></h2><p>%s</p>
            <h3>Related articles</h3><ul><li><a href=/a>One more story to read</a></li>
            <li><a href=/b>And one more of them</a></li></ul></article>
            """
                .formatted(ONE, TWO));

    assertThat(article.text()).isEqualTo(ONE + "\n\nSecond part\n\n" + TWO);
  }

  @Test
  void blockThatWasDropped_saysByWhichRule() throws IOException {
    String html =
        "<article><p>%s</p><p>Share this on everything</p><div class=newsletter>Get it</div><p>%s</p></article>"
            .formatted(ONE, TWO);

    var blocks = Articles.explain(html.getBytes(UTF_8), "utf-8", null).blocks();

    assertThat(blocks)
        .extracting(Block::dropped)
        .containsExactly(null, "call", "named newsletter", null);
  }

  @Test
  void bodyOfLinkedData_isTakenWhereThePageShowsLess() {
    Article article =
        read(
            """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "The engine comes later",
            "datePublished": "2026-01-05T23:30:00-05:00", "articleBody": "%s\\n%s"}</script><div>Loading</div>
            """
                .formatted(ONE, TWO));

    assertThat(article.text()).isEqualTo(ONE + "\n\n" + TWO);
    assertThat(article.day()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(article.published())
        .satisfies(p -> assertThat(p.provenance()).isEqualTo(Provenance.JSON_LD))
        .satisfies(p -> assertThat(p.day()).isEqualTo(LocalDate.of(2026, 1, 6)));
  }

  @Test
  void headline_losesKickerDateAndSite() {
    assertThat(titled("The engine comes later | Daily Wheel", "1 May: The engine comes later"))
        .isEqualTo("The engine comes later");
    assertThat(titled("The engine comes later - Daily Wheel", "The engine comes later"))
        .isEqualTo("The engine comes later");
    assertThat(titled("Daily Wheel » The engine comes later", "<a href=/>Daily Wheel</a>"))
        .isEqualTo("The engine comes later");
  }

  private static String titled(String title, String heading) {
    String head = "<meta property=og:site_name content='Daily Wheel'><title>" + title + "</title>";
    return String.valueOf(read(head + "<h1>" + heading + "</h1><p>" + ONE + TWO + "</p>").title());
  }

  @Test
  void printedDate_isReadWhereNothingElseSaysIt() {
    Article article =
        read(
            "<h1>The engine comes later</h1><p>Berlin, 14. Februar 2012. %s %s</p>"
                .formatted(ONE, TWO));

    assertThat(article.day()).isEqualTo(LocalDate.of(2012, 2, 14));
    assertThat(article.published())
        .satisfies(p -> assertThat(p.provenance()).isEqualTo(Provenance.TEXT));
  }

  private static Article read(String html) {
    return Articles.read(html, "https://wheel.example/a/1");
  }
}
