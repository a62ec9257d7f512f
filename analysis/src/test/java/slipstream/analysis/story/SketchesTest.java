package slipstream.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Sketch;

class SketchesTest {
  @Test
  void overlapOfOrdinaryArticles_isExact() {
    for (int seed = 0; seed < 30; seed++) {
      var random = new Random(seed);
      var text = Articles.text(Articles.article(random, 100 + random.nextInt(900)));
      var edited = Articles.editedDownTo(text, 0.3 + random.nextDouble() * 0.6, random);

      assertThat(overlap(text, edited)).isEqualTo(Articles.containment(text, edited));
    }
  }

  @Test
  void overlapOfLongTexts_isEstimated() {
    var random = new Random(7);
    var text = Articles.text(Articles.article(random, 9000));
    var edited = Articles.editedDownTo(text, 0.85, random);

    assertThat(overlap(text, edited)).isCloseTo(0.85, within(0.04));
  }

  @Test
  void sketch_isBounded() {
    var sketch = Sketches.of(Articles.text(Articles.article(new Random(1), 30_000)));

    assertThat(sketch.shingles()).isGreaterThan(20_000);
    assertThat(sketch.least()).hasSizeLessThan(5_500);
  }

  @Test
  void caseAndPunctuation_changeNothing() {
    assertThat(overlap("One, two; three - four five six.", "ONE two three four \"five\" six"))
        .isEqualTo(1);
  }

  @Test
  void excerptInsideALongArticle_isContained() {
    var article = Articles.article(new Random(3), 900);

    assertThat(overlap(article.get(4), Articles.text(article))).isEqualTo(1);
  }

  @Test
  void scriptsWithoutSpaces_areComparedByCharacter() {
    assertThat(overlap("深度求索公司推迟发布新模型", "据悉深度求索公司推迟发布新模型")).isEqualTo(1);
    assertThat(overlap("深度求索公司推迟发布新模型", "今天的天气非常好我们去公园")).isZero();
  }

  @Test
  void tooShortAText_overlapsWithNothing() {
    assertThat(Sketches.of("four words are few")).isEqualTo(Sketch.EMPTY);
    assertThat(overlap("four words are few", "four words are few")).isZero();
  }

  @Test
  void differentArticles_barelyOverlap() {
    var texts =
        List.of(
            Articles.text(Articles.article(new Random(1), 600)),
            Articles.text(Articles.article(new Random(2), 600)));

    assertThat(overlap(texts.get(0), texts.get(1))).isLessThan(0.01);
  }

  private static double overlap(String a, String b) {
    return Sketches.overlap(Sketches.of(a), Sketches.of(b));
  }
}
