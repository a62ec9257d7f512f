package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was once read right stays right: the floors only rise. */
class ClaimSetTest {
  @Test
  void annotatedItems_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("dev.jsonl", "subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.98);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.98);
    assertThat(score.clean()).as("%s", score).isEqualTo(1.0);
    assertThat(score.superseded()).as("%s", score).isGreaterThanOrEqualTo(0.98);
    assertThat(score.certain()).as("%s", score).isGreaterThanOrEqualTo(0.89);
    assertThat(score.quoted()).as("%s", score).isEqualTo(1.0);
  }

  @Test
  void itemsOnOtherProducts_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("fresh-a.jsonl", "fresh-a-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.97);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.97);
    assertThat(score.certain()).as("%s", score).isGreaterThanOrEqualTo(0.93);
    assertThat(score.clean()).as("%s", score).isEqualTo(1.0);
  }

  @Test
  void itemsWrittenAfterwards_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("fresh-b.jsonl", "fresh-b-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.certain()).as("%s", score).isGreaterThanOrEqualTo(0.93);
    assertThat(score.clean()).as("%s", score).isEqualTo(1.0);
  }

  @Test
  void itemsOfAnotherAuthor_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("fresh-d.jsonl", "fresh-d-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.87);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.8);
    assertThat(score.clean()).as("%s", score).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void manyWaysToSayAThing_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("families.jsonl", "families-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.92);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.91);
    assertThat(score.clean()).as("%s", score).isGreaterThanOrEqualTo(0.92);
  }

  @Test
  void itemsOfAThirdAuthor_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("fresh-e.jsonl", "fresh-e-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.87);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.81);
    assertThat(score.clean()).as("%s", score).isGreaterThanOrEqualTo(0.93);
    assertThat(score.certain()).as("%s", score).isGreaterThanOrEqualTo(0.88);
  }

  @Test
  void itemsOfAFourthAuthor_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("fresh-f.jsonl", "fresh-f-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.94);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.88);
    assertThat(score.clean()).as("%s", score).isGreaterThanOrEqualTo(0.94);
  }

  @Test
  void itemsOfASixthAuthor_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("fresh-g.jsonl", "fresh-g-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.78);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.73);
    assertThat(score.clean()).as("%s", score).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void itemsOfASeventhAuthor_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("fresh-h.jsonl", "fresh-h-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.93);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.91);
    assertThat(score.clean()).as("%s", score).isGreaterThanOrEqualTo(0.96);
    assertThat(score.certain()).as("%s", score).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void itemsOfAnEighthAuthor_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("fresh-i.jsonl", "fresh-i-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.82);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.8);
    assertThat(score.clean()).as("%s", score).isGreaterThanOrEqualTo(0.95);
  }

  /** Frozen: measure with it, and write no rule from what it shows. */
  @Test
  void itemsThatNoRuleWasWrittenFrom_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("frozen-c.jsonl", "frozen-c-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.61);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.56);
    assertThat(score.clean()).as("%s", score).isGreaterThanOrEqualTo(0.8);
  }
}
