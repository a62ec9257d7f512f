package slipstream.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Term;
import slipstream.contracts.config.Theme;
import slipstream.contracts.config.Watchlist;

class AnalyzerTest {
  private final Analyzer analyzer =
      Analyzer.of(
          new Watchlist(
              List.of(
                  new Subject(
                      "r2",
                      "DeepSeek R2",
                      "DeepSeek",
                      List.of("R2"),
                      List.of("DeepSeek"),
                      List.of(),
                      "release",
                      null)),
              List.of(new Theme("chips", "Chips", List.of(Term.of("chip")), List.of())),
              List.of(),
              List.of()),
          "v1");

  @Test
  void item_givesOneMentionForEachWatchedId() {
    List<Mention> mentions =
        analyzer.analyze(item("Chips delay DeepSeek R2", "R2 is held up by a lack of chips."));

    assertThat(mentions).extracting(Mention::watched).containsExactly("chips", "r2");
    assertThat(mentions)
        .extracting(Mention::alsoWatched)
        .containsExactly(List.of("r2"), List.of("chips"));
    assertThat(mentions).allSatisfy(mention -> assertThat(mention.spans()).hasSize(2));
    assertThat(mentions).extracting(Mention::config).containsOnly("v1");
  }

  @Test
  void everySentenceThatSpeaksOfIt_isCountedInItsSentiment() {
    Mention mention = analyzer.analyze(item("DeepSeek R2 is late", "Rain fell. R2 fails.")).get(0);

    assertThat(mention.sentiment().n()).isEqualTo(2);
    assertThat(mention.sentiment().mean()).isBetween(-1.0, 1.0);
  }

  @Test
  void itemThatNamesNothingWatched_givesNothing() {
    assertThat(analyzer.analyze(item("Rain", "It fell."))).isEmpty();
  }

  @Test
  void sameItem_givesTheSameMentions() {
    NewsItem item = item("DeepSeek R2", "R2 will come in May.");

    assertThat(analyzer.analyze(item)).isEqualTo(analyzer.analyze(item));
  }

  private static NewsItem item(String title, String text) {
    return new NewsItem(
        "id", "1", "source", "Outlet", Tier.UNKNOWN, null, title, text, null, null, null, false);
  }
}
