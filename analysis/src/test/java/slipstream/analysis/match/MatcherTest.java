package slipstream.analysis.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Span;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;

class MatcherTest {
  private static final String WATCHLIST =
      """
      subjects:
        - id: deepseek-r2
          name: DeepSeek R2
          owner: DeepSeek
          aliases: [R2, R2 model, 深度求索 R2]
          context: [DeepSeek, 深度求索, Liang Wenfeng]
          exclude: [Cloudflare R2, R2-D2]
          not: [regression, zoning]
          descriptions:
            - {term: successor, also: [follow-up], require: [DeepSeek], then: [R1]}
        - id: film-if
          name: IF
        - id: harbour
          name: "Kite: Lost Harbour"
          owner: Kite Games
          aliases: [Harbour, KX75]
          context: [Kite]
      themes:
        - id: chips
          terms:
            - GPU
            - {term: chip, not: [potato, poker]}
            - {term: Ascend, near: [Huawei], exactCase: true}
            - {term: foundry rule, require: [Commerce Department]}
            - 芯片
          exclude: [chip shot]
      """;

  private final Matcher matcher =
      Matcher.of(ConfigReader.read("watchlist.yaml", WATCHLIST, Watchlist.class));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DeepSeek R2",
        "DeepSeek-R2",
        "deepseek r2",
        "DEEPSEEK\u00a0R2",
        "DeepSeekR2",
        "Deep Seek R2",
        "DeepSeek's R2",
        "DeepSeek’s “R2”",
        "DeepSeek\u2011R2",
        "ＤｅｅｐＳｅｅｋ Ｒ２",
        "Deep\u00adSeek R2",
        "深度求索R2发布",
        "DeepSeek R-2",
      })
  void fullName_isFoundInEverySpelling(String text) {
    assertThat(found(text)).contains("deepseek-r2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DeepSeek R25", "DeepSeek AR2", "DeepSeek R2D2", "DeepSeek. R. 2 men", "R2"})
  void otherWords_areNotFound(String text) {
    assertThat(found(text)).doesNotContain("deepseek-r2");
  }

  @Test
  void bareAlias_countsWithContextAnywhereInTheItem() {
    assertThat(matcher.find("R2 is late", "Liang Wenfeng is unhappy."))
        .extracting(Hit::span)
        .containsExactly(new Span(0, 2, true));
  }

  @Test
  void bareAlias_countsInWhatTheMakerPublishesItself() {
    var title = new SplitText("R2 is late");
    assertThat(matcher.find("DeepSeek blog", title, new SplitText(""))).hasSize(1);
    assertThat(matcher.find("The Paper", title, new SplitText(""))).isEmpty();
  }

  @Test
  void oneWordAlias_withinALongerName_isAnotherName() {
    assertThat(found("Kite says Harbour is late.")).containsExactly("harbour");
    assertThat(found("Kite rented a hall on Harbour Bridge.")).isEmpty();
    assertThat(found("Kite rented a hall in Old Harbour.")).isEmpty();
  }

  @Test
  void aliasThatHardlyMeansAnythingElse_needsNoContext() {
    assertThat(found("The KX75 is late.")).containsExactly("harbour");
    assertThat(found("Harbour is late.")).isEmpty();
  }

  @Test
  void excludedName_neverCounts_evenWithContext() {
    assertThat(found("DeepSeek keeps its files in Cloudflare R2.")).isEmpty();
  }

  @Test
  void rivalSense_inTheSameSentence_rulesOutABareAlias() {
    assertThat(found("DeepSeek V3 wrote the labels; the regression gave an R2 of 0.8.")).isEmpty();
  }

  @Test
  void rivalSense_ofTheSentenceBefore_isCarriedOverUnlessTheContextReturns() {
    assertThat(found("The zoning code uses DeepSeek. Lots in R2 may be split.")).isEmpty();
    assertThat(found("The zoning code is old. R2 of DeepSeek is new."))
        .containsExactly("deepseek-r2");
  }

  @Test
  void description_needsWhatFollows() {
    assertThat(found("DeepSeek's follow-up to its R1 is late.")).containsExactly("deepseek-r2");
    assertThat(found("DeepSeek R1 is the successor to V3.")).isEmpty();
  }

  @Test
  void shortCapitals_countOnlyAsCapitals() {
    assertThat(found("If only. What if?")).isEmpty();
    assertThat(found("The film IF opens.")).containsExactly("film-if");
  }

  @Test
  void term_isFoundInThePlural_butNotInOtherWords() {
    assertThat(found("GPUs and chips")).containsExactly("chips", "chips");
    assertThat(found("chipmunk")).isEmpty();
  }

  @Test
  void termConditions_lookAtTheSentence() {
    assertThat(found("He ate a potato chip. The chip was good.")).hasSize(1);
    assertThat(found("Huawei sells Ascend cards.")).containsExactly("chips");
    assertThat(found("Huawei staff ascend. We saw the Ascend.")).isEmpty();
    assertThat(found("The foundry rule. It came from the Commerce Department.")).hasSize(1);
  }

  @Test
  void excludedPhrase_hidesTheTermInside() {
    assertThat(found("A chip shot won it.")).isEmpty();
  }

  @Test
  void ideographs_needNoWordBoundary() {
    assertThat(matcher.find("", "国产芯片进展"))
        .extracting(Hit::span)
        .containsExactly(new Span(2, 4, false));
  }

  private List<String> found(String text) {
    return matcher.find("", text).stream().map(Hit::watched).toList();
  }
}
