package slipstream.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {
  private static final String SENTENCE =
      "The maker of the engine said on Monday that its next model would be shown in the spring. ";

  @Test
  void listOfArticles_isRefused() {
    String teaser =
        "<div><h3><a href=/a>A story of the day, told in short</a></h3><p>"
            + SENTENCE
            + "</p></div>";

    assertThat(refusal("<h1>News</h1><main>" + teaser.repeat(12) + "</main>"))
        .isEqualTo("a list of 12 other pages");
  }

  @Test
  void errorPage_isRefused() {
    assertThat(
            refusal(
                "<title>404 Not Found</title><h1>Not Found</h1><p>" + SENTENCE.repeat(2) + "</p>"))
        .isEqualTo("an error page");
    assertThat(refusal("<title>Just a moment...</title><p>Checking your browser.</p>"))
        .isEqualTo("an error page");
  }

  @Test
  void shell_isRefused() {
    assertThat(refusal("<div id=app></div><p>You need to enable JavaScript to run this app.</p>"))
        .isEqualTo("a shell: its text is made by scripts");
    assertThat(refusal("<div id=app></div>")).isEqualTo("no article text found");
  }

  @Test
  void stubOfPaidArticle_isRefused() {
    assertThat(
            refusal(
                "<h1>The engine</h1><article><p>"
                    + SENTENCE.repeat(3)
                    + "</p>"
                    + "<p>Subscribe now to continue reading this article.</p></article>"))
        .startsWith("a paywall: only ");
    assertThat(
            refusal(
                "<script"
                    + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script><h1>The"
                    + " engine</h1><article><p>"
                    + SENTENCE.repeat(3)
                    + "</p></article>"))
        .startsWith("a paywall: only ");
  }

  @Test
  void articleAboutAnError_orWithACallToSubscribe_isRead() {
    String body = "<article><h1>404 days without an engine</h1><p>" + SENTENCE.repeat(12) + "</p>";

    assertThat(refusal(body + "<p>Subscribe to read more of this.</p></article>")).isNull();
  }

  @Test
  void shortNote_isRead() {
    assertThat(refusal("<h1>Note</h1><article><p>" + SENTENCE.repeat(2) + "</p></article>"))
        .isNull();
  }

  private static String refusal(String html) {
    return Articles.read(html, "https://wheel.example/a/1").refusal();
  }
}
