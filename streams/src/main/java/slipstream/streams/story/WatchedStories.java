package slipstream.streams.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import slipstream.analysis.story.Stories;

/** The stories of what mentions one watched id, kept while items come and go. */
final class WatchedStories {
  private final Map<String, Stories.Entry> entries = new HashMap<>();
  private final Set<String> moved = new HashSet<>();
  private Map<String, String> stories = Map.of();
  private boolean settled;

  /** Takes up an item, or replaces it. */
  void put(Stories.Entry entry) {
    entries.put(entry.itemId(), entry);
    settled = false;
  }

  void remove(String itemId) {
    entries.remove(itemId);
    settled = false;
  }

  /** The id of the story of an item that is held. */
  String storyOf(String itemId) {
    settle();
    return stories.getOrDefault(itemId, itemId);
  }

  /** The items whose story is another one than when this was last asked. */
  Set<String> takeMoved() {
    settle();
    var taken = Set.copyOf(moved);
    moved.clear();
    return taken;
  }

  private void settle() {
    if (settled) return;
    var now = Stories.of(entries.values());
    now.forEach(
        (item, story) -> {
          if (!story.equals(stories.get(item))) moved.add(item);
        });
    stories = now;
    settled = true;
  }
}
