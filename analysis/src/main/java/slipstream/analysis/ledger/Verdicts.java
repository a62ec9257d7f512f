package slipstream.analysis.ledger;

import org.jspecify.annotations.Nullable;
import slipstream.contracts.Decision;
import slipstream.contracts.Verdict;

/** Verdicts with their reasons, each a sentence that a reader understands. */
final class Verdicts {
  private Verdicts() {}

  static Verdict changed(Raised raised, String reason) {
    return new Verdict(Decision.CHANGED, reason, raised.change().id(), null);
  }

  /** It says again what {@code first} said and supports {@code change}. */
  static Verdict repeat(String reason, @Nullable Entry first, @Nullable String change) {
    return new Verdict(Decision.REPEAT, reason, change, id(first));
  }

  /** It repeats what is held. */
  static Verdict repeat(String reason, Held held) {
    return repeat(reason, held.word(), held.change());
  }

  /** It made what is held more exact, or firmer, without an alert. */
  static Verdict refined(String reason, Held former) {
    return new Verdict(Decision.REFINED, reason, former.change(), id(former.word()));
  }

  static Verdict rumourHeld(String reason, Entry first) {
    return new Verdict(Decision.RUMOUR_HELD, reason, null, id(first));
  }

  static Verdict logged(String reason) {
    return of(Decision.LOGGED, reason);
  }

  static Verdict silenced(String reason) {
    return of(Decision.SILENCED, reason);
  }

  static Verdict undatedItem() {
    return of(
        Decision.UNDATED_ITEM,
        "The item has no publication date, so it has no place in the order of history.");
  }

  static Verdict rejected() {
    return of(Decision.REJECTED, "A person rejected this reading.");
  }

  private static Verdict of(Decision decision, String reason) {
    return new Verdict(decision, reason, null, null);
  }

  private static @Nullable String id(@Nullable Entry entry) {
    return entry == null ? null : entry.id();
  }
}
