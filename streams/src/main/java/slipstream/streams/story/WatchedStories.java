package slipstream.streams.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.story.StoryIndex;
import slipstream.contracts.Sketch;

/**
 * The stories of what mentions one watched id. What was learned is kept for a time, however long
 * ago it was published: a backfill comes in any order too.
 */
final class WatchedStories {
  /**
   * Never forgotten, about 10 MB: a backlog is read partition by partition, so that of a few items
   * any may come after one learned a month later.
   */
  private static final int AT_LEAST = 5_000;

  private final StoryIndex index;
  private final Duration kept;

  /** Day of learning -> oldest publication learned on it. */
  private final TreeMap<LocalDate, Instant> oldest = new TreeMap<>();

  WatchedStories(Function<String, @Nullable Sketch> sketches, Duration kept) {
    this.index = new StoryIndex(sketches);
    this.kept = kept;
  }

  /**
   * Takes up an item, or replaces it.
   *
   * @return ids of the items whose story is another one than before
   */
  Set<String> put(HeldMention mention) {
    Instant published = mention.publishedAt();
    if (published != null) {
      oldest.merge(day(mention.learnedAt()), published, (a, b) -> a.isBefore(b) ? a : b);
    }
    return index.put(mention.entry());
  }

  Set<String> remove(String itemId) {
    return index.remove(itemId);
  }

  String storyOf(String itemId) {
    return index.storyOf(itemId);
  }

  /**
   * Once a day, forgets the stories older than all that was learned lately, unless they are few.
   *
   * @param now when the newest item was learned
   * @return ids of the items forgotten
   */
  Set<String> forget(Instant now) {
    LocalDate first = day(now.minus(kept));
    if (index.size() <= AT_LEAST) return Set.of();
    if (oldest.isEmpty() || !oldest.firstKey().isBefore(first)) return Set.of();
    oldest.headMap(first).clear();
    return index.forget(oldest.values().stream().min(Instant::compareTo).orElse(now));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
