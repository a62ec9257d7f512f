package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipstream.analysis.match.Hit;
import slipstream.analysis.match.Matcher;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.Json;

/** How the roles of dates and the tellers of claims are weighed, and what is looked at. */
class LinearClassifierTest {
  private static final String SUBJECTS =
      """
      {"subjects": [{"id": "lumen", "name": "Lumen 3", "owner": "Aster Labs",
        "context": ["Aster"], "milestone": "release"}]}
      """;

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  @Test
  void classThatMostSpeaksFor_isTheAnswer() {
    var classifier =
        new LinearClassifier<>(
            DateRole.class,
            Map.of(
                "before will", new float[] {2, -1, -1},
                "before originally", new float[] {-1, 3, -2},
                "title", new float[] {0.5f, 0, 0}));

    assertThat(classifier.best(Set.of("before will", "title"))).isEqualTo(DateRole.NEWS);
    assertThat(classifier.best(Set.of("before will", "before originally"))).isEqualTo(DateRole.OLD);
    assertThat(classifier.best(Set.of("before will", "never seen"))).isEqualTo(DateRole.NEWS);
  }

  @Test
  void weightsOfTooFewClasses_areRefusedByTheNameOfTheirFeature() {
    Map<String, float[]> weights = Map.of("before will", new float[] {1, 2});

    assertThatThrownBy(() -> new LinearClassifier<>(DateRole.class, weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'before will' has 2 weights, not 3");
  }

  @Test
  void names_areNotRead() throws Exception {
    List<DateExample> dates =
        dates("Aster told the Harbour Post that Lumen 3 and Opal 9 come on May 4.");

    assertThat(dates).hasSize(1);
    assertThat(dates.get(0).features())
        .contains("before MAKER", "before NAME", "before IT", "before PRODUCT", "before come")
        .noneMatch(feature -> feature.matches("(?i).*(aster|harbour|lumen|opal).*"));
  }

  @Test
  void datesOfSentencesAboutOtherThings_teachNothing() throws Exception {
    assertThat(dates("The Lumen 3 comes on May 4. The weather will turn. Rain falls on June 2."))
        .extracting(date -> date.windows().get(0).earliest())
        .containsExactly(LocalDate.of(2026, 5, 4));
  }

  @Test
  void distances_teachNothing() throws Exception {
    assertThat(dates("Aster moved the Lumen 3 by two weeks.")).isEmpty();
  }

  @Test
  void shippedWeights_readAPlainPlan() throws Exception {
    DateExample date = dates("Aster will release the Lumen 3 on May 4, it said.").get(0);

    assertThat(ClaimClassifiers.shipped().dates().best(date.features())).isEqualTo(DateRole.NEWS);
  }

  @Test
  void ofTellersToo_namesAreNotRead() throws Exception {
    List<TellerExample> said =
        tellers(
            "Aster will release the Lumen 3 on May 4. Opal fans waited, says the Harbour Post.");

    assertThat(said).hasSize(1);
    assertThat(said.get(0).status()).isEqualTo(ClaimStatus.SCHEDULED);
    assertThat(said.get(0).features())
        .contains("rule MAKER", "pair MAKER will", "in-word IT", "next-word NAME", "in-cue PLAN")
        .noneMatch(feature -> feature.matches("(?i).*(aster|harbour|lumen|opal).*"));
  }

  private static List<TellerExample> tellers(String text) throws Exception {
    Watchlist watchlist = Json.MAPPER.readValue(SUBJECTS, Watchlist.class);
    List<Hit> hits =
        Matcher.of(watchlist).find("A Paper", new SplitText("News"), new SplitText(text));
    return ClaimReader.of(watchlist).tellers("lumen", "News", text, DAY, "A Paper", hits);
  }

  private static List<DateExample> dates(String text) throws Exception {
    Watchlist watchlist = Json.MAPPER.readValue(SUBJECTS, Watchlist.class);
    List<Hit> hits =
        Matcher.of(watchlist).find("A Paper", new SplitText("News"), new SplitText(text));
    return ClaimReader.of(watchlist).dates("lumen", "News", text, DAY, "A Paper", hits);
  }
}
