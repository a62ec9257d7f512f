package slipstream.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedFieldsTest {
  @Test
  void summaryBesideADescription_isTheContent() throws FeedException {
    FeedEntry entry = entry("<description>short</description><summary>longer</summary>");
    assertThat(entry.summary()).isEqualTo("short");
    assertThat(entry.content()).isEqualTo("longer");
  }

  @Test
  void summaryAlone_isNoContent() throws FeedException {
    FeedEntry entry = entry("<summary>short</summary>");
    assertThat(entry.summary()).isEqualTo("short");
    assertThat(entry.content()).isNull();
  }

  private static FeedEntry entry(String fields) throws FeedException {
    String feed = "<rss version='2.0'><channel><item>" + fields + "</item></channel></rss>";
    return FeedParser.parse(feed.getBytes(UTF_8), null, null).entries().get(0);
  }
}
