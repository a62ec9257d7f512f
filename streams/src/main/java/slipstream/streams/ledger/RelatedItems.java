package slipstream.streams.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import slipstream.streams.Analysis;
import slipstream.streams.JsonStore;
import slipstream.streams.Sweep;
import slipstream.streams.story.HeldMention;
import slipstream.streams.story.StoryUpdate.Move;

/**
 * The items on a subject that name a watched theme too, by publication; dropped a time after they
 * were learned.
 */
final class RelatedItems {
  static final String STORE = "theme-items";

  private final KeyValueStore<String, Related> items;
  private final Supplier<Analysis> analysis;

  /**
   * @param kept how long after it was learned an item is kept
   */
  RelatedItems(ProcessorContext<?, ?> context, Supplier<Analysis> analysis, Duration kept) {
    this.items = context.getStateStore(STORE);
    this.analysis = analysis;
    Sweep.schedule(
        context, items, e -> Sweep.isPast(context, e.value.learnedAt(), kept), items::delete);
  }

  static StoreBuilder<?> store() {
    return JsonStore.persistent(STORE, Related.class);
  }

  void apply(Move move) {
    var themes = analysis.get().themes();
    String before = keyIfRelated(move.before(), themes);
    String after = keyIfRelated(move.after(), themes);
    if (before != null && !before.equals(after)) items.delete(before);
    if (after != null && !after.equals(before)) items.put(after, related(move.after()));
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
        String item = found.next().value.item();
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

  private static Related related(@Nullable HeldMention held) {
    return new Related(requireNonNull(held).itemId(), held.learnedAt());
  }

  /** Seconds of equal width, so that keys sort by time. */
  private static String key(String subject, Instant published, String item) {
    return "%s|%012d|%s".formatted(subject, Math.max(0, published.getEpochSecond()), item);
  }

  /** An item that names a theme, and when it was learned. */
  private record Related(String item, Instant learnedAt) {}
}
