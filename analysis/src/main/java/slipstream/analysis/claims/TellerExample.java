package slipstream.analysis.claims;

import java.util.Set;
import slipstream.contracts.ClaimStatus;

/**
 * What a sentence says of a subject: what the tellers of claims are trained from.
 *
 * @param features what the classifier sees of it
 */
public record TellerExample(ClaimStatus status, Set<String> features) {}
