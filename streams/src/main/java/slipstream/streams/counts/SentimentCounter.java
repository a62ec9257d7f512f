package slipstream.streams.counts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.SentimentCount;
import slipstream.contracts.kafka.JsonSerde;
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
  private static final String STORE = "sentiment-counts";

  private final double neutralBand;
  private final Duration hoursKept;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, SentimentCount> counts;

  /**
   * @param neutralBand means from -band to +band, both inclusive, are neutral
   * @param hoursKept how long after publication hours are kept
   */
  public SentimentCounter(double neutralBand, Duration hoursKept) {
    this.neutralBand = neutralBand;
    this.hoursKept = hoursKept;
  }

  public static List<StoreBuilder<?>> stores() {
    return List.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE),
            Serdes.String(),
            JsonSerde.of(SentimentCount.class)));
  }

  @Override
  public void init(ProcessorContext<String, @Nullable SentimentCount> context) {
    super.init(context);
    counts = context.getStateStore(STORE);
    Sweep.schedule(
        context, counts, e -> Buckets.isHourBefore(e.value.bucket(), oldestHour()), this::drop);
  }

  private Instant oldestHour() {
    return Instant.ofEpochMilli(context().currentSystemTimeMs()).minus(hoursKept);
  }

  private void drop(String key) {
    counts.delete(key);
    context().forward(new Record<>(key, null, context().currentSystemTimeMs()));
  }

  @Override
  public void process(Record<String, StoryUpdate> record) {
    var changes = new TreeMap<String, Tally>();
    for (Move move : record.value().moves()) {
      count(move.before(), -1, changes);
      count(move.after(), 1, changes);
    }
    changes.forEach((bucket, tally) -> add(record, bucket, tally));
  }

  private void count(@Nullable HeldMention held, int times, Map<String, Tally> changes) {
    if (held == null || !held.headsItsStory()) return;
    var one = Tally.of(held.mention().sentiment().mean(), neutralBand).times(times);
    for (String bucket : Buckets.of(held.publishedAt(), oldestHour())) {
      changes.merge(bucket, one, Tally::plus);
    }
  }

  private void add(Record<String, StoryUpdate> record, String bucket, Tally change) {
    if (change.equals(Tally.NONE)) return;
    String watched = record.key();
    String key = watched + "|" + bucket;
    SentimentCount before = counts.get(key);
    Tally sum = before == null ? change : Tally.of(before).plus(change);
    SentimentCount after = sum.toCount(watched, bucket);
    counts.put(key, after);
    context().forward(new Record<>(key, after, record.timestamp()));
  }
}
