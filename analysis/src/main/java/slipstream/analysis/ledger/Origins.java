package slipstream.analysis.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts independent origins: ten outlets that retell one, and copies of one article, are one.
 * Claims that share a story or any origin hang together; each group counts once.
 */
final class Origins {
  private final Map<String, String> parents = new HashMap<>();

  /** The roots that have a story below them. */
  private final Set<String> groups = new HashSet<>();

  static int count(Collection<Entry> entries) {
    var origins = new Origins();
    entries.forEach(origins::add);
    return origins.count();
  }

  static boolean independent(Entry a, Entry b) {
    return count(List.of(a, b)) == 2;
  }

  void add(Entry entry) {
    var story = node(entry);
    groups.add(find(story));
    for (String origin : entry.originKeys()) join(find(origin), find(story));
  }

  int count() {
    return groups.size();
  }

  private void join(String origins, String story) {
    if (origins.equals(story)) return;
    parents.put(origins, story);
    groups.remove(origins);
  }

  private String find(String node) {
    var root = node;
    for (var up = up(root); !up.equals(root); up = up(root)) root = up;
    parents.put(node, root);
    return root;
  }

  private String up(String node) {
    return parents.getOrDefault(node, node);
  }

  /** A story is no origin, whatever its id. */
  private static String node(Entry entry) {
    return "story " + entry.story();
  }
}
