package slipstream.analysis.ledger;

import java.util.Collections;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Severity;
import slipstream.contracts.Window;

/**
 * A change on the way of the fold.
 *
 * @param change what is told
 * @param entry the claim that raised it; null for overdue
 * @param givenUp the plan it replaced, as held or as the text names it; null when none is known
 * @param former what was held before it
 */
record Raised(Change change, @Nullable Entry entry, @Nullable Window givenUp, Held former) {
  boolean is(ChangeKind kind) {
    return change.kind() == kind;
  }

  boolean inRumourSlot() {
    return change.severity() == Severity.RUMOUR;
  }

  boolean sharesOrigin(Entry other) {
    return entry != null && !Collections.disjoint(entry.originKeys(), other.originKeys());
  }
}
