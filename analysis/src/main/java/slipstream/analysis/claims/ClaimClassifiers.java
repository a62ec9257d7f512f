package slipstream.analysis.claims;

import slipstream.contracts.Certainty;

/**
 * What of a claim is weighed.
 *
 * @param roles what a date is to a release
 * @param certainties how firmly a claim is made
 */
public record ClaimClassifiers(
    LinearClassifier<DateRole> roles, LinearClassifier<Certainty> certainties) {
  /** Those that Slipstream ships. */
  public static ClaimClassifiers shipped() {
    return new ClaimClassifiers(
        LinearClassifier.shipped(DateRole.class, "date-roles.tsv"),
        LinearClassifier.shipped(Certainty.class, "certainties.tsv"));
  }
}
