package slipstream.analysis.match;

import java.util.List;
import slipstream.contracts.WatchedKind;

/**
 * When a phrase counts as naming something watched.
 *
 * @param watched id of the subject or theme
 * @param kind whether it is a subject or a theme
 * @param conditions all of which must hold
 */
record Rule(String watched, WatchedKind kind, List<Condition> conditions) {
  boolean holds(Passage passage, int at) {
    for (Condition condition : conditions) if (!condition.holds(passage, at)) return false;
    return true;
  }
}
