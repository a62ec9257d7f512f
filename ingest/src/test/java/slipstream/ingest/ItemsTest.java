package slipstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;

class ItemsTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.news.example/a/1",
        "http://news.example/a/1/",
        "https://news.example:443/a/1?utm_source=x&fbclid=y",
        "HTTPS://NEWS.example/a/1#part",
        " https://news.example/a/1 "
      })
  void decoratedAddress_isTheSameItem(String url) {
    assertThat(Items.idOfUrl(url)).isEqualTo(Items.idOfUrl("https://news.example/a/1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://news.example/a/2",
        "https://news.example/a/1?page=2",
        "https://other.example/a/1",
        "https://news.example:8443/a/1",
        "https://news.example/A/1"
      })
  void anotherAddress_isAnotherItem(String url) {
    assertThat(Items.idOfUrl(url)).isNotEqualTo(Items.idOfUrl("https://news.example/a/1"));
  }

  @Test
  void guid_meansNothingOutsideItsSource() {
    assertThat(Items.idOfGuid("one", "17")).isNotEqualTo(Items.idOfGuid("two", "17"));
  }

  @Test
  void fingerprint_overlooksCaseAndPunctuation() {
    assertThat(Items.idOfText("R2 is late", "It says: so!"))
        .isEqualTo(Items.idOfText("r2 IS late", "it says so"));
  }

  @Test
  void anyEdit_isAnotherVersion() {
    var published = Publication.ofDay(LocalDate.parse("2026-01-05"), Provenance.FEED);
    String version = Items.version("Title", "Text.", published);
    assertThat(Items.version("Title", "Text.", published)).isEqualTo(version);
    assertThat(Items.version("Title", "Text!", published)).isNotEqualTo(version);
    assertThat(Items.version("Titel", "Text.", published)).isNotEqualTo(version);
    assertThat(Items.version("Title", "Text.", null)).isNotEqualTo(version);
  }

  @Test
  void dateMoreThanADayAhead_isRefused() {
    var ahead = Publication.ofInstant(NOW.plusSeconds(86_401), Provenance.FEED);
    var tomorrow = Publication.ofInstant(NOW.plusSeconds(86_399), Provenance.FEED);
    assertThat(Items.plausible(ahead, NOW)).isNull();
    assertThat(Items.plausible(tomorrow, NOW)).isSameAs(tomorrow);
  }

  @Test
  void missingDate_staysMissing() {
    assertThat(Items.plausible(null, NOW)).isNull();
  }

  @Test
  void text_isComposedBoundedAndFreeOfControls() {
    assertThat(Items.clean("e\u0301\u0000\u0007 x\n\ty ")).isEqualTo("\u00e9 x\n\ty");
    assertThat(Items.clean("x".repeat(300_000))).hasSize(Items.MAX_TEXT);
  }

  @Test
  void boundedText_doesNotEndInHalfACharacter() {
    String clean = Items.clean("x".repeat(Items.MAX_TEXT - 1) + "\ud83d\ude80");
    assertThat(clean).hasSize(Items.MAX_TEXT - 1).endsWith("x");
  }

  @Test
  void title_isOneLine() {
    assertThat(Items.cleanTitle("One\ntwo")).isEqualTo("One two");
  }
}
