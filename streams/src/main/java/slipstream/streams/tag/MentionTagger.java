package slipstream.streams.tag;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.WatchedKind;
import slipstream.streams.Analysis;
import slipstream.streams.JsonStore;
import slipstream.streams.StreamsMeters;
import slipstream.streams.Sweep;

/**
 * Analyses each version of an item once and forwards a mention for each watched id, keyed by it; a
 * retraction for what an earlier version named and this one no longer does. A version that came
 * before, through whichever source, is dropped.
 */
public final class MentionTagger
    extends ContextualProcessor<String, @Nullable NewsItem, String, Mention> {
  private static final String STORE = "item-versions";

  private final Supplier<Analysis> analysis;
  private final Duration kept;
  private final Duration namedKept;
  private final StreamsMeters meters;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, ItemVersions> versions;

  /**
   * @param kept how long an item that names nothing is remembered: read again, it says nothing
   *     again
   * @param namedKept how long an item that names something is
   */
  public MentionTagger(
      Supplier<Analysis> analysis, Duration kept, Duration namedKept, StreamsMeters meters) {
    this.analysis = analysis;
    this.kept = kept;
    this.namedKept = namedKept;
    this.meters = meters;
  }

  public static List<StoreBuilder<?>> stores() {
    return List.of(JsonStore.persistent(STORE, ItemVersions.class));
  }

  @Override
  public void init(ProcessorContext<String, Mention> context) {
    super.init(context);
    versions = context.getStateStore(STORE);
    Sweep.schedule(context, versions, e -> isForgotten(e.value), versions::delete);
  }

  private boolean isForgotten(ItemVersions known) {
    return Sweep.isPast(
        context(), known.learnedAt(), known.neverNamedAnything() ? kept : namedKept);
  }

  @Override
  public void process(Record<String, @Nullable NewsItem> record) {
    NewsItem item = record.value();
    if (item == null) throw new IllegalArgumentException("a record without an item");
    Instant learnedAt = Instant.ofEpochMilli(record.timestamp());
    ItemVersions known = known(item.id());
    if (known.isPast(item.version(), learnedAt)) {
      meters.itemRepeated();
      return;
    }
    Analysis current = analysis.get();
    List<Mention> mentions = current.reader().apply(item);
    var named = mentions.stream().collect(toMap(Mention::watched, Mention::kind));
    for (Mention mention : mentions) forward(record, mention);
    for (var before : known.watched().entrySet()) {
      if (!named.containsKey(before.getKey())) {
        forward(record, retraction(before, item, current.version()));
      }
    }
    versions.put(item.id(), known.with(item.version(), learnedAt, named));
  }

  private ItemVersions known(String itemId) {
    ItemVersions known = versions.get(itemId);
    return known == null ? ItemVersions.NONE : known;
  }

  private static Mention retraction(
      Map.Entry<String, WatchedKind> named, NewsItem item, String config) {
    return Mention.retraction(named.getKey(), named.getValue(), ItemRef.of(item), config);
  }

  /** The record's time stays: it is when the item was learned. */
  private void forward(Record<String, ?> item, Mention mention) {
    context().forward(new Record<>(mention.watched(), mention, item.timestamp()));
  }
}
