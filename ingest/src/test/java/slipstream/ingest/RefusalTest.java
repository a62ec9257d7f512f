package slipstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  private static final URI ASKED = URI.create("https://news.example/2026/02/story");

  @ParameterizedTest
  @CsvSource({
    "https://news.example/login?next=/2026/02/story, LOGIN",
    "https://news.example/account/signin, LOGIN",
    "https://login.news.example/x, LOGIN",
    "https://accounts.news.example/v3/x, LOGIN",
    "https://news.example/oauth2/authorize, LOGIN",
    "https://consent.news.example/m?continue=x, CONSENT",
    "https://news.example/consent/collect, CONSENT",
    "https://news.example/, FRONT_PAGE",
    "https://news.example, FRONT_PAGE",
    "https://www.news.example/en/, FRONT_PAGE",
    "https://news.example/index.html, FRONT_PAGE",
  })
  void whereWeAreLedInstead_isNoArticle(URI came, Refusal expected) {
    assertThat(Refusal.ofRedirect(ASKED, came)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://news.example/2026/02/story",
    "https://www.news.example/2026/02/story/",
    "https://news.example/2026/02/login-page-of-bank-hacked",
    "https://news.example/consent-decree-signed",
    "https://authority.news.example/2026/02/story",
  })
  void articleAtAnotherAddress_isTheArticle(URI came) {
    assertThat(Refusal.ofRedirect(ASKED, came)).isNull();
  }

  @Test
  void status_tellsWhatIsGoneAndWhatIsClosed() {
    assertThat(Refusal.ofStatus(404)).isEqualTo(Refusal.GONE);
    assertThat(Refusal.ofStatus(410)).isEqualTo(Refusal.GONE);
    assertThat(Refusal.ofStatus(401)).isEqualTo(Refusal.FORBIDDEN);
    assertThat(Refusal.ofStatus(451)).isEqualTo(Refusal.FORBIDDEN);
    assertThat(Refusal.ofStatus(500)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "an error page, ERROR_PAGE",
    "a list of 12 other pages, LIST_PAGE",
    "a paywall: only 200 characters are free, PAYWALL",
    "a shell: its text is made by scripts, SCRIPT_SHELL",
    "no article text found, NO_TEXT",
  })
  void whatThePageShows_isCountedByItsKind(String words, Refusal expected) {
    assertThat(Refusal.ofPage(words)).isEqualTo(expected);
  }

  @Test
  void pictureOrPdf_isNoPage() {
    assertThat(Refusal.ofType("image/png")).isEqualTo(Refusal.NO_PAGE);
    assertThat(Refusal.ofType("application/pdf;x=y")).isEqualTo(Refusal.NO_PAGE);
    assertThat(Refusal.ofType("text/html; charset=utf-8")).isNull();
    assertThat(Refusal.ofType(null)).isNull();
  }
}
