package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.util.Map;

/**
 * Claims by status, one per story and origin, on {@code counts.status}, keyed by {@code
 * watched|bucket}, compacted.
 *
 * @param watched id of the subject
 * @param bucket {@code total}, a day ({@code 2025-06-26}) or an hour ({@code 2025-06-26T14}) of
 *     publication, UTC
 * @param claims number of claims by status
 */
public record StatusCount(String watched, String bucket, Map<ClaimStatus, Integer> claims) {
  public StatusCount {
    field(watched, "watched");
    field(bucket, "bucket");
    claims = claims == null ? Map.of() : Map.copyOf(claims);
  }
}
