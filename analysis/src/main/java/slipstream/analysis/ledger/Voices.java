package slipstream.analysis.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the newest word of each origin is, and how many say what is held; kept while claims come, so
 * that an outlook need not listen to the whole history again.
 */
final class Voices {
  private final List<Entry> history;
  private final Map<String, Entry> newest = new HashMap<>();
  private boolean complete = true;
  private @Nullable Support support;

  Voices(List<Entry> history) {
    this.history = history;
  }

  void add(Entry entry) {
    if (support != null) support.add(entry);
    if (entry.rank() == Entry.SPECULATION || entry.silent()) return;
    for (String origin : entry.originKeys()) {
      newest.merge(origin, entry, (a, b) -> Entry.ORDER.compare(a, b) >= 0 ? a : b);
    }
  }

  void clear() {
    support = null;
    newest.clear();
    complete = false;
  }

  /** The newest claim of each origin, newest first; guesses and silence left out. */
  List<Entry> newest(List<Entry> spoken) {
    if (spoken.size() < history.size()) {
      var then = new Voices(spoken);
      spoken.forEach(then::add);
      return then.newest(spoken);
    }
    if (!complete) {
      complete = true;
      history.forEach(this::add);
    }
    var sorted = new TreeSet<>(Entry.ORDER.reversed());
    sorted.addAll(newest.values());
    return List.copyOf(sorted);
  }

  /** How many independent origins say what is held, on the word it rests on. */
  int origins(List<Entry> spoken, Held held, Entry word) {
    if (spoken.size() < history.size()) return Support.origins(spoken, held.position(), word);
    if (support == null || !support.isOf(held.position(), word)) {
      support = new Support(spoken, held.position(), word);
    }
    return support.origins();
  }
}
