package slipstream.analysis.claims;

/**
 * What of a claim is weighed.
 *
 * @param dates what a date is to a release
 * @param tellers who tells of a release
 */
public record ClaimClassifiers(LinearClassifier<DateRole> dates, LinearClassifier<Teller> tellers) {
  /** Those that Slipstream ships. */
  public static ClaimClassifiers shipped() {
    return new ClaimClassifiers(
        LinearClassifier.shipped(DateRole.class, "date-roles.tsv"),
        LinearClassifier.shipped(Teller.class, "tellers.tsv"));
  }
}
