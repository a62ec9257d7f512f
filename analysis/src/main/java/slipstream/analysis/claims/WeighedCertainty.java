package slipstream.analysis.claims;

import java.util.Objects;
import slipstream.contracts.Certainty;

/** How firmly a claim is made: the rules' word, weighed where it is the maker's or a report. */
record WeighedCertainty(
    CertaintyReader rules, CertaintyFeatures features, LinearClassifier<Certainty> classifier) {
  /** Gossip and guesses are told by their words, and too few to learn from: the rules decide. */
  Certainty of(Finding finding) {
    Certainty rule = rules.read(finding);
    if (rule == Certainty.RUMOURED || rule == Certainty.SPECULATION) return rule;
    var sums = classifier.sums();
    features.tell(finding, rule, sums);
    return sums.best(rule, 0);
  }

  /** What may be learnt from a finding with a status. */
  CertaintyExample example(Finding finding) {
    return new CertaintyExample(
        Objects.requireNonNull(finding.status()), features.names(finding, rules.read(finding)));
  }
}
