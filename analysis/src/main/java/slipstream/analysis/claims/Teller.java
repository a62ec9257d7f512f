package slipstream.analysis.claims;

import org.jspecify.annotations.Nullable;
import slipstream.contracts.Certainty;

/** Who tells of a release where it is neither gossip nor a guess. */
public enum Teller {
  /** The one whose release it is. */
  MAKER(Certainty.OFFICIAL),
  /** An outlet, or people who talk to one. */
  REPORTER(Certainty.REPORTED);

  private final Certainty certainty;

  Teller(Certainty certainty) {
    this.certainty = certainty;
  }

  /** Who tells what is that certain; null for gossip and guesses. */
  public static @Nullable Teller of(Certainty certainty) {
    for (Teller teller : values()) if (teller.certainty == certainty) return teller;
    return null;
  }

  /** How firm a claim is that is told so. */
  public Certainty certainty() {
    return certainty;
  }
}
