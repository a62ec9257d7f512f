package slipstream.analysis.claims;

import java.util.Set;
import slipstream.contracts.ClaimStatus;

/**
 * What a sentence says of a subject: what the certainty of claims is trained from.
 *
 * @param features what the classifier sees of it
 */
public record CertaintyExample(ClaimStatus status, Set<String> features) {}
