package slipstream.streams.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import slipstream.streams.Analysis;
import slipstream.streams.story.HeldMention;
import slipstream.streams.story.StoryUpdate.Move;

/** The items on a subject that name a watched theme too, by publication. */
final class RelatedItems {
  static final String STORE = "theme-items";

  private final KeyValueStore<String, String> items;
  private final Supplier<Analysis> analysis;

  RelatedItems(KeyValueStore<String, String> items, Supplier<Analysis> analysis) {
    this.items = items;
    this.analysis = analysis;
  }

  static StoreBuilder<?> store() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.String());
  }

  void apply(Move move) {
    var themes = analysis.get().themes();
    String before = keyIfRelated(move.before(), themes);
    String after = keyIfRelated(move.after(), themes);
    if (before != null && !before.equals(after)) items.delete(before);
    if (after != null && !after.equals(before)) items.put(after, itemId(move.after()));
  }

  /**
   * The newest items published after {@code since} and not after {@code until}, newest first.
   *
   * @param not id of an item to leave out; null = none
   */
  List<String> newest(
      String subject, Instant since, Instant until, @Nullable String not, int atMost) {
    var newest = new ArrayList<String>();
    if (!since.isBefore(until)) return newest;
    try (var found =
        items.reverseRange(key(subject, since.plusSeconds(1), ""), key(subject, until, "~"))) {
      while (found.hasNext() && newest.size() < atMost) {
        String item = found.next().value;
        if (!item.equals(not)) newest.add(item);
      }
    }
    return newest;
  }

  private static @Nullable String keyIfRelated(@Nullable HeldMention held, Set<String> themes) {
    if (held == null || held.mention().alsoWatched().stream().noneMatch(themes::contains)) {
      return null;
    }
    Instant published = held.publishedAt();
    return published == null ? null : key(held.mention().watched(), published, held.itemId());
  }

  private static String itemId(@Nullable HeldMention held) {
    return requireNonNull(held).itemId();
  }

  /** Seconds of equal width, so that keys sort by time. */
  private static String key(String subject, Instant published, String item) {
    return "%s|%012d|%s".formatted(subject, Math.max(0, published.getEpochSecond()), item);
  }
}
