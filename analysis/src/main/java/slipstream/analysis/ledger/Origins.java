package slipstream.analysis.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts independent origins: ten outlets that retell one, and copies of one article, are one.
 * Claims that share a story or any origin hang together; each group counts once.
 */
final class Origins {
  private final List<Set<String>> groups = new ArrayList<>();

  static int count(Collection<Entry> entries) {
    var origins = new Origins();
    entries.forEach(origins::add);
    return origins.groups.size();
  }

  static boolean independent(Entry a, Entry b) {
    return count(List.of(a, b)) == 2;
  }

  private void add(Entry entry) {
    Set<String> group = new HashSet<>();
    for (String origin : entry.originKeys()) group.add("origin " + origin);
    group.add("story " + entry.story());
    for (var groups = this.groups.iterator(); groups.hasNext(); ) {
      var other = groups.next();
      if (Collections.disjoint(other, group)) continue;
      groups.remove();
      // The larger takes in the smaller: the same origin is repeated far more often than not.
      if (other.size() > group.size()) {
        other.addAll(group);
        group = other;
      } else {
        group.addAll(other);
      }
    }
    groups.add(group);
  }
}
