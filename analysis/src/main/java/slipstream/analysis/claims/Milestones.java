package slipstream.analysis.claims;

import slipstream.analysis.dates.Tokens;
import slipstream.contracts.config.Subject;

/** Tells the unveiling of a product from its release where both are watched. */
final class Milestones {
  private static final String UNVEILING = "unveiling";

  private Milestones() {}

  static boolean isUnveiling(Subject subject) {
    return subject.milestone().equals(UNVEILING);
  }

  /**
   * True when the sentence may speak of the subject's milestone.
   *
   * @param rivalled whether the unveiling of the same product is watched beside it
   */
  static boolean speaksOf(Subject subject, ReadSentence sentence, boolean rivalled) {
    if (isUnveiling(subject)) return isUnveiling(sentence);
    return !rivalled || !isUnveiling(sentence);
  }

  /** The first word of showing or of making decides: "production starts after the unveiling". */
  private static boolean isUnveiling(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      switch (tokens.word(at)) {
        case "unveil",
            "unveils",
            "unveiled",
            "unveiling",
            "show",
            "shows",
            "shown",
            "showing",
            "reveal",
            "revealed",
            "presentation",
            "presented",
            "demo" -> {
          return true;
        }
        case "production",
            "deliveries",
            "delivery",
            "sale",
            "sales",
            "shipping",
            "shipments",
            "release",
            "launch" -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }
}
