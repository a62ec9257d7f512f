package slipstream.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes from the web ends in a feed or a reason, within bounds. */
@Timeout(60)
class HostileFeedTest {
  @Test
  void fiveMegabytesOfNestedTags_areReadOrRefused() throws FeedException {
    assertThat(parse("<rss><channel>" + "<item>".repeat(870_000)).entries()).hasSizeLessThan(5_001);
    assertRefused("<a>".repeat(1_700_000));
  }

  @Test
  void aMillionAttributes_areReadOrRefused() throws FeedException {
    var xml = new StringBuilder("<rss><channel ");
    for (int i = 0; i < 1_000_000; i++) xml.append('a').append(i).append("='1' ");

    assertThat(parse(xml + "><title>x</title></channel></rss>").title()).isEqualTo("x");
  }

  @Test
  void textInAMillionPieces_takesNoLongTime() throws FeedException {
    assertThat(description("&amp;".repeat(1_000_000))).hasSize(1_000_000);
    assertThat(description("<![CDATA[a]]>".repeat(400_000))).hasSize(400_000);
    assertThat(description("<![CDATA[a]]>".repeat(400_000) + "<p>&<br>")).isNotEmpty();
    assertThat(parse("<rss><channel><title>x</title>&" + "<![CDATA[".repeat(500_000)).title())
        .isEqualTo("x");
  }

  private static String description(String text) throws FeedException {
    String xml = "<rss><channel><description>" + text + "</description></channel></rss>";
    return String.valueOf(parse(xml).description());
  }

  @Test
  void hundredThousandEntries_areCutToAsManyAsAnyFeedHas() throws FeedException {
    String item = "<item><title>a</title><guid>b</guid></item>";

    assertThat(parse("<rss><channel>" + item.repeat(100_000) + "</channel></rss>").entries())
        .hasSize(5_000);
  }

  @Test
  void entitiesThatNameEachOther_doNotGrow() throws FeedException {
    var dtd = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 'aaaaaaaaaa'>");
    for (int i = 1; i < 30; i++) {
      dtd.append("<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    String xml = dtd + "]><rss><channel><title>&a29;</title></channel></rss>";

    assertThat(String.valueOf(parse(xml).title())).hasSizeLessThan(10_000);
  }

  @Test
  void binary_andTruncatedGzip_areRefusedWithAReason() throws IOException {
    byte[] bytes = new byte[2_000_000];
    new Random(7).nextBytes(bytes);
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("<rss><channel/></rss>".repeat(9_000).getBytes(UTF_8));
    }

    assertRefused(bytes);
    assertRefused(Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    assertRefused(new byte[0]);
  }

  private static Feed parse(String xml) throws FeedException {
    return FeedParser.parse(xml.getBytes(UTF_8), "text/xml", "https://wheel.example/feed");
  }

  private static void assertRefused(String xml) {
    assertRefused(xml.getBytes(UTF_8));
  }

  private static void assertRefused(byte[] bytes) {
    assertThatExceptionOfType(FeedException.class)
        .isThrownBy(() -> FeedParser.parse(bytes, null, null))
        .satisfies(e -> assertThat(e.reason()).isNotBlank());
  }
}
