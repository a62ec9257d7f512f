package slipstream.analysis.claims;

import java.util.List;
import slipstream.contracts.Certainty;

/** Tells how firmly a finding is said and by whom. */
interface Speaker {
  Certainty certainty(Finding finding);

  List<String> origins(Finding finding, Certainty certainty);
}
