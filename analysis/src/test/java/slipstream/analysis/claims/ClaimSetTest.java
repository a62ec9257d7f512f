package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was once read right stays right. */
class ClaimSetTest {
  @Test
  void annotatedItems_areReadAsWellAsEver() throws Exception {
    ClaimScore score = ClaimSet.load("dev.jsonl", "subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(0.99);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(0.98);
    assertThat(score.clean()).as("%s", score).isEqualTo(1.0);
    assertThat(score.superseded()).as("%s", score).isGreaterThanOrEqualTo(0.97);
    assertThat(score.certain()).as("%s", score).isGreaterThanOrEqualTo(0.93);
    assertThat(score.quoted()).as("%s", score).isEqualTo(1.0);
  }

  /** Items of authors who did not know the rules; since then rules and weights know them. */
  @ParameterizedTest
  @CsvSource({
    "fresh-a, 0.97, 0.97, 0.99, 0.98",
    "fresh-b, 0.98, 0.98, 0.99, 0.96",
    "fresh-d, 0.85, 0.81, 0.99, 0.86",
    "families, 0.93, 0.92, 0.96, 0.96",
    "fresh-e, 0.92, 0.89, 0.95, 0.96",
    "fresh-f, 0.96, 0.94, 0.99, 0.93",
    "fresh-g, 0.86, 0.82, 0.93, 0.82",
    "fresh-h, 0.94, 0.93, 0.96, 0.91",
    "fresh-i, 0.90, 0.89, 0.99, 0.93",
    "fresh-k, 0.87, 0.83, 0.95, 0.84",
    "fresh-l, 0.82, 0.82, 0.86, 0.91",
    "fresh-m, 0.80, 0.80, 0.95, 0.86",
    "fresh-n, 0.91, 0.88, 0.95, 0.86",
    "fresh-o, 0.86, 0.86, 0.95, 0.91",
    "fresh-p, 0.85, 0.85, 0.99, 0.89",
    "fresh-r, 0.92, 0.90, 0.85, 0.93",
    "fresh-s, 0.92, 0.92, 0.95, 0.94",
    "fresh-t, 0.91, 0.90, 0.99, 0.92",
    "fresh-v, 0.92, 0.92, 0.95, 0.87",
    "fresh-w, 0.90, 0.87, 0.89, 0.92",
    "fresh-x, 0.90, 0.88, 0.95, 0.87",
    "fresh-y, 0.87, 0.86, 0.94, 0.89",
    "fresh-z, 0.78, 0.76, 0.95, 0.88",
    "fresh-aa, 0.84, 0.80, 0.95, 0.81",
    "fresh-ab, 0.87, 0.87, 0.99, 0.81",
    "fresh-ad, 0.87, 0.87, 0.95, 0.90",
    "fresh-ae, 0.86, 0.86, 0.90, 0.85",
    "fresh-af, 0.60, 0.54, 0.91, 0.81",
    "fresh-ag, 0.74, 0.72, 0.91, 0.76",
    "fresh-ah, 0.68, 0.66, 0.95, 0.94",
    "fresh-ai, 0.94, 0.94, 0.95, 0.87"
  })
  void itemsOfOtherAuthors_areReadAsWellAsEver(
      String set, double detect, double exact, double clean, double certain) throws Exception {
    assertIsAtLeast(set, detect, exact, clean, certain);
  }

  /** Frozen: measure with them, write no rule from what they show, train no weight from them. */
  @ParameterizedTest
  @CsvSource({
    "frozen-ac, 0.80, 0.79, 0.94, 0.71",
    "frozen-aj, 0.80, 0.80, 0.90, 0.82",
    "frozen-c, 0.76, 0.73, 0.87, 0.83",
    "frozen-j, 0.86, 0.81, 0.87, 0.78",
    "frozen-q, 0.86, 0.78, 0.95, 0.95",
    "frozen-u, 0.85, 0.85, 0.95, 0.82"
  })
  void itemsThatNothingWasLearntFrom_areReadAsWellAsEver(
      String set, double detect, double exact, double clean, double certain) throws Exception {
    assertIsAtLeast(set, detect, exact, clean, certain);
  }

  private static void assertIsAtLeast(
      String set, double detect, double exact, double clean, double certain) throws Exception {
    ClaimScore score = ClaimSet.load(set + ".jsonl", set + "-subjects.json").score();
    assertThat(score.detectF1()).as("%s", score).isGreaterThanOrEqualTo(detect);
    assertThat(score.exactF1()).as("%s", score).isGreaterThanOrEqualTo(exact);
    assertThat(score.clean()).as("%s", score).isGreaterThanOrEqualTo(clean);
    assertThat(score.certain()).as("%s", score).isGreaterThanOrEqualTo(certain);
  }
}
