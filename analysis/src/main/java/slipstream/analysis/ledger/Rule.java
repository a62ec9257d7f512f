package slipstream.analysis.ledger;

import org.jspecify.annotations.Nullable;
import slipstream.contracts.Verdict;

/** One rule of the ledger. The rules are asked in order; the first that knows decides. */
@FunctionalInterface
interface Rule {
  /** What is done with the claim, or null: the next rule decides. May move {@code state}. */
  @Nullable Verdict judge(Entry claim, LedgerState state);
}
