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
    "fresh-a, 0.97, 0.97, 1.00, 0.96",
    "fresh-b, 0.98, 0.98, 1.00, 0.96",
    "fresh-d, 0.88, 0.83, 0.97, 0.83",
    "families, 0.96, 0.95, 1.00, 0.97",
    "fresh-e, 0.96, 0.92, 0.92, 0.96",
    "fresh-f, 0.96, 0.96, 1.00, 0.92",
    "fresh-g, 0.89, 0.87, 0.95, 0.83",
    "fresh-h, 0.97, 0.95, 0.96, 0.90",
    "fresh-i, 0.93, 0.92, 1.00, 0.90",
    "fresh-k, 0.90, 0.88, 0.95, 0.88",
    "fresh-l, 0.87, 0.87, 0.86, 0.92",
    "fresh-m, 0.88, 0.88, 0.96, 0.86",
    "fresh-n, 0.92, 0.89, 0.85, 0.85",
    "fresh-o, 0.89, 0.89, 0.95, 0.86",
    "fresh-p, 0.90, 0.88, 0.96, 0.90",
    "fresh-r, 0.90, 0.89, 0.85, 0.93",
    "fresh-s, 0.93, 0.92, 0.90, 0.93",
    "fresh-t, 0.94, 0.94, 1.00, 0.93",
    "fresh-v, 0.96, 0.96, 0.95, 0.86",
    "fresh-w, 0.91, 0.89, 0.90, 0.89",
    "fresh-x, 0.91, 0.90, 0.95, 0.87",
    "fresh-y, 0.89, 0.88, 0.90, 0.91",
    "fresh-z, 0.84, 0.83, 0.95, 0.88",
    "fresh-aa, 0.90, 0.86, 0.91, 0.85",
    "fresh-ab, 0.92, 0.92, 0.95, 0.82",
    "fresh-ad, 0.92, 0.90, 0.95, 0.94",
    "fresh-ae, 0.89, 0.89, 0.90, 0.87",
    "fresh-af, 0.61, 0.56, 0.86, 0.82",
    "fresh-ag, 0.81, 0.79, 0.92, 0.75",
    "fresh-ah, 0.70, 0.68, 0.95, 0.90",
    "fresh-ai, 0.95, 0.95, 0.91, 0.90",
    "fresh-al, 0.93, 0.91, 0.95, 0.85",
    "fresh-am, 0.93, 0.92, 0.87, 0.94",
    "fresh-an, 0.95, 0.93, 0.82, 0.91",
    "fresh-ao, 0.84, 0.82, 0.95, 0.96",
    "fresh-aq, 0.89, 0.86, 0.85, 0.82",
    "fresh-ar, 0.85, 0.83, 0.95, 0.86",
    "fresh-as, 0.85, 0.80, 0.91, 0.90",
    "fresh-at, 0.77, 0.74, 0.90, 0.87",
    "fresh-av, 0.84, 0.83, 0.82, 0.86",
    "fresh-aw, 0.86, 0.83, 0.76, 0.93",
    "fresh-ax, 0.88, 0.86, 0.81, 0.94",
    "fresh-ay, 0.81, 0.77, 0.95, 0.93",
    "fresh-az, 0.88, 0.87, 0.85, 0.89",
    "fresh-ba, 0.87, 0.83, 0.70, 0.88",
    "fresh-bb, 0.80, 0.78, 0.81, 0.96",
    "fresh-bc, 0.83, 0.81, 0.77, 0.84",
    "fresh-be, 0.77, 0.72, 0.95, 0.89",
    "fresh-bf, 0.81, 0.81, 0.90, 0.88",
    "fresh-bi, 0.86, 0.84, 1.00, 0.92",
    "fresh-bj, 0.95, 0.88, 0.95, 0.86",
    "fresh-bk, 0.64, 0.63, 1.00, 0.94",
    "fresh-bl, 0.86, 0.83, 0.81, 0.94",
    "fresh-bm, 0.78, 0.73, 1.00, 0.89",
    "fresh-bn, 0.72, 0.67, 0.95, 0.88",
    "fresh-cg, 0.83, 0.81, 1.00, 0.84",
    "fresh-ch, 0.87, 0.85, 0.92, 0.89",
    "fresh-ci, 0.81, 0.81, 0.93, 0.85",
    "fresh-cj, 0.88, 0.84, 1.00, 0.97",
    "fresh-cl, 0.83, 0.79, 1.00, 0.95",
    "fresh-cm, 0.88, 0.86, 1.00, 0.80",
    "fresh-co, 0.90, 0.90, 0.91, 0.91",
    "fresh-cp, 0.78, 0.74, 1.00, 0.89",
    "fresh-cr, 0.70, 0.68, 0.70, 0.71",
    "fresh-cs, 0.73, 0.68, 1.00, 0.80",
    "fresh-ct, 0.74, 0.74, 1.00, 0.67",
    "fresh-cu, 0.84, 0.80, 1.00, 0.62"
  })
  void itemsOfOtherAuthors_areReadAsWellAsEver(
      String set, double detect, double exact, double clean, double certain) throws Exception {
    assertIsAtLeast(set, detect, exact, clean, certain);
  }

  /** Frozen: measure with them, write no rule from what they show, train no weight from them. */
  @ParameterizedTest
  @CsvSource({
    "frozen-ac, 0.84, 0.84, 0.94, 0.71",
    "frozen-aj, 0.83, 0.83, 0.95, 0.85",
    "frozen-ak, 0.84, 0.79, 0.91, 0.86",
    "frozen-ap, 0.84, 0.78, 0.87, 0.91",
    "frozen-au, 0.82, 0.76, 0.91, 0.84",
    "frozen-bd, 0.61, 0.56, 0.86, 0.86",
    "frozen-bg, 0.94, 0.85, 0.82, 0.83",
    "frozen-bh, 0.69, 0.66, 0.85, 0.86",
    "frozen-bo, 0.84, 0.79, 0.85, 0.82",
    "frozen-bp, 0.80, 0.75, 0.90, 0.78",
    "frozen-by, 0.78, 0.75, 0.85, 0.82",
    "frozen-ce, 0.71, 0.68, 0.85, 0.75",
    "frozen-ck, 0.82, 0.82, 1.00, 0.80",
    "frozen-cn, 0.78, 0.75, 1.00, 0.70",
    "frozen-cq, 0.77, 0.70, 1.00, 0.66",
    "frozen-c, 0.76, 0.72, 0.88, 0.84",
    "frozen-j, 0.85, 0.84, 0.88, 0.76",
    "frozen-q, 0.85, 0.82, 0.95, 0.96",
    "frozen-u, 0.89, 0.88, 0.95, 0.82"
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
