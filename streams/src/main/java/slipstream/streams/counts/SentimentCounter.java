package slipstream.streams.counts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.SentimentCount;
import slipstream.streams.JsonStore;
import slipstream.streams.Sweep;
import slipstream.streams.story.HeldMention;
import slipstream.streams.story.StoryUpdate;
import slipstream.streams.story.StoryUpdate.Move;

/**
 * Counts items and their sentiment by bucket of publication. Of the copies in a story the one at
 * its head counts: what is taken back or folded later is subtracted again, so the counts depend on
 * the items alone.
 */
public final class SentimentCounter
    extends ContextualProcessor<String, StoryUpdate, String, @Nullable SentimentCount> {
  private static final String COUNTS = "sentiment-counts";
  private static final String ITEMS = "sentiment-items";

  private final double neutralBand;
  private final Duration hoursKept;
  private final Duration itemsKept;

  @SuppressWarnings("NullAway.Init")
  private CountStore<SentimentCount> counts;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, Counted> items;

  /**
   * @param neutralBand means from -band to +band, both inclusive, are neutral
   * @param hoursKept how long after publication hours are kept
   * @param itemsKept how long after it was learned an item can be taken back
   */
  public SentimentCounter(double neutralBand, Duration hoursKept, Duration itemsKept) {
    this.neutralBand = neutralBand;
    this.hoursKept = hoursKept;
    this.itemsKept = itemsKept;
  }

  public static List<StoreBuilder<?>> stores() {
    return List.of(
        JsonStore.persistent(COUNTS, SentimentCount.class),
        JsonStore.persistent(ITEMS, Counted.class));
  }

  @Override
  public void init(ProcessorContext<String, @Nullable SentimentCount> context) {
    super.init(context);
    counts = new CountStore<>(context, COUNTS, SentimentCount::bucket, hoursKept);
    items = context.getStateStore(ITEMS);
    Sweep.schedule(
        context, items, e -> Sweep.isPast(context, e.value.learnedAt(), itemsKept), items::delete);
  }

  @Override
  public void process(Record<String, StoryUpdate> record) {
    var changes = new TreeMap<String, Tally>();
    for (Move move : record.value().moves()) {
      String key = record.key() + "|" + itemOf(move);
      count(items.get(key), -1, changes);
      Counted now = counted(move.after());
      count(now, 1, changes);
      items.put(key, now);
    }
    changes.forEach((bucket, tally) -> add(record, bucket, tally));
  }

  private static String itemOf(Move move) {
    return requireNonNull(move.after() == null ? move.before() : move.after()).itemId();
  }

  private static @Nullable Counted counted(@Nullable HeldMention held) {
    if (held == null || !held.headsItsStory()) return null;
    return new Counted(held.publishedAt(), held.mention().sentiment().mean(), held.learnedAt());
  }

  private void count(@Nullable Counted item, int times, Map<String, Tally> changes) {
    if (item == null) return;
    var one = Tally.of(item.mean(), neutralBand).times(times);
    for (String bucket : Buckets.of(item.publishedAt(), counts.oldestHour())) {
      changes.merge(bucket, one, Tally::plus);
    }
  }

  private void add(Record<String, StoryUpdate> record, String bucket, Tally change) {
    if (change.equals(Tally.NONE)) return;
    String watched = record.key();
    String key = watched + "|" + bucket;
    SentimentCount before = counts.get(key);
    Tally sum = before == null ? change : Tally.of(before).plus(change);
    counts.put(key, sum.toCount(watched, bucket), record.timestamp());
  }

  /** What was counted of an item: that is subtracted, whatever has failed in between. */
  private record Counted(@Nullable Instant publishedAt, double mean, Instant learnedAt) {}
}
