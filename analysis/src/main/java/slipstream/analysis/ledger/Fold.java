package slipstream.analysis.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.Outlook;
import slipstream.contracts.Verdict;

/**
 * What the fold of one subject's claims gives.
 *
 * @param outlook what is held at the clock
 * @param changes every change on the way, oldest first, not yet matched to what was announced
 * @param verdicts claim id -> what was done with it and why
 */
public record Fold(Outlook outlook, List<Change> changes, Map<String, Verdict> verdicts) {

  /**
   * The same with other ids of changes in the outlook and the verdicts.
   *
   * @param ids as {@link Announcements#ids} gives them; what is left out keeps its id
   */
  public Fold named(Map<String, String> ids) {
    if (ids.isEmpty()) return this;
    var named = new HashMap<>(verdicts);
    named.replaceAll(
        (claim, v) -> new Verdict(v.decision(), v.reason(), named(v.change(), ids), v.repeats()));
    return new Fold(outlook.withLastChange(named(outlook.lastChange(), ids)), changes, named);
  }

  private static @Nullable String named(@Nullable String id, Map<String, String> ids) {
    return id == null ? null : ids.getOrDefault(id, id);
  }
}
