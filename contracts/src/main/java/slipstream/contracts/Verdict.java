package slipstream.contracts;

import static slipstream.contracts.Required.field;

import org.jspecify.annotations.Nullable;

/**
 * What the fold did with a claim and why, for {@code slipstream explain}.
 *
 * @param decision what was done
 * @param reason one sentence a reader understands
 * @param change id of the change it raised or supports; null = none
 * @param repeats id of the claim it repeats; null = none
 */
public record Verdict(
    Decision decision, String reason, @Nullable String change, @Nullable String repeats) {
  public Verdict {
    field(decision, "verdict.decision");
    field(reason, "verdict.reason");
  }
}
