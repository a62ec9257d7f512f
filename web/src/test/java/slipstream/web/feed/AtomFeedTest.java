package slipstream.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import slipstream.contracts.Change;
import slipstream.web.R2;

class AtomFeedTest {
  @Test
  void change_isAnEntryWithIdTimesLinkAndWords() throws Exception {
    var feed = parse(R2.changes());
    assertThat(text(feed, "title", 0)).isEqualTo("Slipstream: changes of release dates");
    assertThat(text(feed, "title", 2))
        .isEqualTo("DeepSeek R2: slipped, no date → some time 15 Aug – 9 Oct 2025");
    assertThat(text(feed, "title", 3)).isEqualTo("DeepSeek R2: denied, not 15–30 Aug 2025");
    assertThat(text(feed, "id", 2)).isEqualTo("urn:slipstream:change:slipped-1");
    assertThat(text(feed, "published", 1)).isEqualTo("2025-08-14T12:00:00Z");
    assertThat(text(feed, "summary", 1))
        .isEqualTo(
            "Retold from public facts: could be released in the coming weeks (Reuters, ~14 Aug 2025)");
    assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(9);
  }

  @Test
  void feed_isAsNewAsWhatWasLearnedLast() throws Exception {
    assertThat(text(parse(R2.changes()), "updated", 0)).isEqualTo(R2.CLOCK.toString());
    assertThat(text(parse(List.of()), "updated", 0)).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void feed_holdsTheNewestHundred() throws Exception {
    var one = R2.changes().get(0);
    var many = IntStream.range(0, 130).mapToObj(i -> one).toList();
    assertThat(parse(many).getElementsByTagName("entry").getLength()).isEqualTo(100);
  }

  @Test
  void hostileBase_cannotLeaveItsAttribute() throws Exception {
    String xml = AtomFeed.render(R2.watchlist(), R2.changes(), "http://x\"><y\u0001");
    assertThat(parse(xml).getElementsByTagName("y").getLength()).isZero();
  }

  private static Document parse(List<Change> changes) throws Exception {
    return parse(AtomFeed.render(R2.watchlist(), changes, "http://127.0.0.1:8080"));
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static String text(Document feed, String element, int index) {
    return feed.getElementsByTagName(element).item(index).getTextContent();
  }
}
