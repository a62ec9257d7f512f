package slipstream.analysis.claims;

import java.util.Optional;
import slipstream.contracts.Certainty;
import slipstream.contracts.ClaimStatus;

/**
 * How firmly a claim is made: whether it is the maker's word or a report is weighed. Gossip and
 * guesses are told by their words, and too few to learn from: of them the rules decide.
 */
record WeighedCertainty(
    CertaintyReader rules, TellerFeatures features, LinearClassifier<Teller> classifier) {
  /** By which the rules' answer leads. */
  private static final float TRUST = 2;

  /** The same where the claim's own sentence says who speaks. */
  private static final float TOLD = 9;

  Certainty of(Finding finding) {
    CertaintyReader.Told told = rules.read(finding);
    Teller teller = Teller.of(told.certainty());
    if (teller == null) return told.certainty();
    var sums = classifier.sums();
    features.tell(finding, teller, sums);
    return sums.best(teller, told.isNamed() ? TOLD : TRUST).certainty();
  }

  /** What may be learnt from a finding; nothing where none is weighed. */
  Optional<TellerExample> example(Finding finding) {
    ClaimStatus status = finding.status();
    Teller teller = Teller.of(rules.read(finding).certainty());
    return status == null || teller == null
        ? Optional.empty()
        : Optional.of(new TellerExample(status, features.names(finding, teller)));
  }
}
