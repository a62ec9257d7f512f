package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import slipstream.analysis.claims.Feature.Word;

class FeatureTest {
  @Test
  void featureOfWordsOneByOne_isThatOfItsName() {
    Feature built = Feature.of("cue before").and(Word.of("2")).and(Word.of("PLAN"));
    assertThat(built.name()).isEqualTo("cue before 2 PLAN");
    assertThat(Feature.of(built.name()).hash()).isEqualTo(built.hash());
  }

  @Test
  void featuresOfOtherWordsOrAnotherOrder_areTold_apart() {
    long hash = Feature.of("before will come").hash();
    assertThat(Feature.of("before come will").hash()).isNotEqualTo(hash);
    assertThat(Feature.of("before willcome").hash()).isNotEqualTo(hash);
    assertThat(Feature.of("before will").hash()).isNotEqualTo(hash);
  }
}
