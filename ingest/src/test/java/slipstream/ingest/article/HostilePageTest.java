package slipstream.ingest.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes from the web ends in an article or a reason, within bounds. */
@Timeout(60)
class HostilePageTest {
  private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<p><b>", "<table><tr><td>", "<ul><li><h2>"})
  void fiveMegabytesOfNestedTags_endInAReason(String tags) {
    assertThat(refusal(tags.repeat(FIVE_MEGABYTES / tags.length())))
        .isEqualTo("unreadable: more tags than any article has");
    assertThat(refusal(tags.repeat(5_000))).isNotNull();
  }

  @Test
  void aMillionAttributes_endInAReason() {
    var html = new StringBuilder("<p ");
    for (int i = 0; i < 1_000_000; i++) html.append("a").append(i % 1000).append("=1 ");

    assertThat(refusal(html + ">text")).isNotNull();
  }

  @Test
  void millionsOfSpacesAndSeparators_takeNoLongTime() {
    String wide = " ".repeat(2_000_000);

    assertThat(refusal("<title>a" + wide + "|" + wide + "b</title><p>x" + wide + "y</p>"))
        .isNotNull();
    assertThat(refusal("<title>" + " | ".repeat(500_000) + "</title>")).isNotNull();
    assertThat(refusal("<div class='" + "a-".repeat(1_000_000) + "'>x</div>")).isNotNull();
  }

  @Test
  void binary_endsInAReason() {
    byte[] bytes = new byte[2_000_000];
    new Random(7).nextBytes(bytes);

    assertThat(Articles.read(bytes, null, null).text()).isNotNull();
    assertThat(Articles.read("<p>word".getBytes(UTF_8), "no such", null).text()).isEqualTo("word");
    assertThat(Articles.read(new byte[0], null, null).refusal()).isNotNull();
  }

  @Test
  void truncatedGzip_endsInAReason() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("<article><p>words of it</p></article>".repeat(5_000).getBytes(UTF_8));
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

    assertThat(Articles.read(half, null, null).refusal()).isNotNull();
  }

  @Test
  void deepLinkedData_isPassedOver() {
    String json = "{\"@graph\":[".repeat(200_000);

    assertThat(refusal("<script type='application/ld+json'>" + json + "</script>")).isNotNull();
  }

  @Test
  void veryLongPage_isRead() {
    String page =
        "<article>"
            + "<p>Some words, and <a href=/x>a link</a> to more of them.</p>".repeat(20_000);

    assertThat(Articles.read(page, null).text()).startsWith("Some words");
  }

  private static String refusal(String html) {
    return Articles.read(html.getBytes(UTF_8), "utf-8", "https://wheel.example/").refusal();
  }
}
