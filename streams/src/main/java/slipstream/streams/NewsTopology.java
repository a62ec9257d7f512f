package slipstream.streams;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ClaimOverride;
import slipstream.contracts.Tick;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;
import slipstream.streams.counts.SentimentCounter;
import slipstream.streams.counts.StatusCounter;
import slipstream.streams.ledger.ClaimLedger;
import slipstream.streams.ledger.LedgerEvent;
import slipstream.streams.ledger.LedgerEvent.Ruled;
import slipstream.streams.ledger.LedgerEvent.Ticked;
import slipstream.streams.ledger.LedgerEvent.Told;
import slipstream.streams.story.StoryFolder;
import slipstream.streams.story.StoryUpdate;
import slipstream.streams.tag.MentionTagger;

/**
 * From what was published to what is held of a release, and what has changed.
 *
 * <pre>
 * news.items ------> [tag-mentions] ----> news.mentions           keyed by item, then by watched id
 *
 * news.mentions ---> [fold-stories] --+-> [count-sentiment] ----> counts.sentiment
 *                                     +-> [count-statuses] -----> counts.status
 *                                     |                      +--> release.claims
 * ledger.clock ----> [read-clock] ----+-> [claim-ledger] ----+--> release.outlooks
 * ledger.overrides > [read-overrides] +                      +--> alerts.changes
 * </pre>
 *
 * <p>Two hops and no repartitioning: everything behind {@code news.mentions} is keyed by watched
 * id, and one task sees all that is said of it. Order and buckets come from publication, kept in
 * stores of our own; no window and no stream time decides anything.
 */
public final class NewsTopology implements Supplier<Topology> {
  private static final String ITEMS = "news-items-source";
  private static final String TAG = "tag-mentions";
  private static final String MENTIONS = "news-mentions-source";
  private static final String STORIES = "fold-stories";
  private static final String TOLD = "tell-ledger";
  private static final String CLOCK = "read-clock";
  private static final String OVERRIDES = "read-overrides";
  private static final String LEDGER = "claim-ledger";
  private static final String SENTIMENT = "count-sentiment";
  private static final String STATUSES = "count-statuses";

  private static final Map<String, String> AFTER_STORIES =
      Map.of(LEDGER, TOLD, SENTIMENT, SENTIMENT, STATUSES, STATUSES);

  private final Topics topics;
  private final Supplier<Analysis> analysis;
  private final Function<String, List<Change>> history;
  private final StreamsSettings settings;
  private final StreamsMeters meters;

  /**
   * @param analysis asked for each item, so that a new watchlist applies from the next item on
   * @param history every change announced so far for a subject, by whichever generation
   */
  public NewsTopology(
      Topics topics,
      Supplier<Analysis> analysis,
      Function<String, List<Change>> history,
      StreamsSettings settings,
      StreamsMeters meters) {
    this.topics = topics;
    this.analysis = analysis;
    this.history = history;
    this.settings = settings;
    this.meters = meters;
  }

  @Override
  public Topology get() {
    var topology = new Topology();
    tagMentions(topology);
    foldStories(topology);
    keepLedger(topology);
    count(topology);
    return topology;
  }

  /** The internal topics that Kafka Streams makes for the stores of a generation. */
  public static List<String> changelogs(Topics topics) {
    return Stream.of(
            MentionTagger.stores(),
            StoryFolder.stores(),
            ClaimLedger.stores(),
            SentimentCounter.stores(),
            StatusCounter.stores())
        .flatMap(List::stream)
        .map(store -> topics.generationId("slipstream") + "-" + store.name() + "-changelog")
        .toList();
  }

  private void tagMentions(Topology topology) {
    source(topology, ITEMS, topics.newsItems());
    process(
        topology,
        TAG,
        () -> new MentionTagger(analysis, settings.storiesKept(), settings.itemsKept(), meters),
        MentionTagger.stores(),
        ITEMS);
    sink(topology, "news-mentions-sink", topics.newsMentions(), TAG);
  }

  private void foldStories(Topology topology) {
    source(topology, MENTIONS, topics.newsMentions());
    process(
        topology,
        STORIES,
        () -> new StoryFolder(settings.storiesKept(), AFTER_STORIES, meters),
        StoryFolder.stores(),
        MENTIONS);
  }

  private void keepLedger(Topology topology) {
    source(topology, "ledger-clock-source", topics.ledgerClock());
    source(topology, "ledger-overrides-source", topics.ledgerOverrides());
    this.<StoryUpdate>adapt(topology, TOLD, Told::new, STORIES);
    this.<Tick>adapt(topology, CLOCK, tick -> new Ticked(tick.now()), "ledger-clock-source");
    this.<@Nullable ClaimOverride>adapt(topology, OVERRIDES, Ruled::new, "ledger-overrides-source");
    process(
        topology,
        LEDGER,
        () ->
            new ClaimLedger(
                analysis, history, settings.announces(), settings.storiesKept(), meters),
        ClaimLedger.stores(),
        TOLD,
        CLOCK,
        OVERRIDES);
    sink(topology, ClaimLedger.CLAIMS_SINK, topics.releaseClaims(), LEDGER);
    sink(topology, ClaimLedger.OUTLOOKS_SINK, topics.releaseOutlooks(), LEDGER);
    sink(topology, ClaimLedger.CHANGES_SINK, topics.alertsChanges(), LEDGER);
  }

  private void count(Topology topology) {
    process(
        topology,
        SENTIMENT,
        () ->
            new SentimentCounter(
                settings.neutralBand(), settings.hoursKept(), settings.itemsKept()),
        SentimentCounter.stores(),
        STORIES);
    sink(topology, "counts-sentiment-sink", topics.countsSentiment(), SENTIMENT);
    process(
        topology,
        STATUSES,
        () -> new StatusCounter(settings.hoursKept()),
        StatusCounter.stores(),
        STORIES);
    sink(topology, "counts-status-sink", topics.countsStatus(), STATUSES);
  }

  /** A time before 1970 would end the thread: it can only be a mistake of a foreign producer. */
  private static void source(Topology topology, String name, Topic<String, ?> topic) {
    topology.addSource(
        AutoOffsetReset.earliest(),
        name,
        (record, partitionTime) -> Math.max(0, record.timestamp()),
        topic.keys().deserializer(),
        topic.values().deserializer(),
        topic.name());
  }

  private <V> void adapt(
      Topology topology, String name, Function<V, LedgerEvent> form, String parent) {
    process(topology, name, () -> new Adapter<>(form), List.of(), parent);
  }

  private static <V, R> void process(
      Topology topology,
      String name,
      Supplier<Processor<String, V, String, R>> processor,
      List<StoreBuilder<?>> stores,
      String... parents) {
    topology.addProcessor(
        name,
        new ProcessorSupplier<String, V, String, R>() {
          @Override
          public Processor<String, V, String, R> get() {
            return new Guarded<>(processor.get());
          }

          @Override
          public Set<StoreBuilder<?>> stores() {
            return new LinkedHashSet<>(stores);
          }
        },
        parents);
  }

  private static <V> void sink(
      Topology topology, String name, Topic<String, V> topic, String parent) {
    StreamPartitioner<String, V> byFirstPart =
        (to, key, value, partitions) -> Optional.of(Set.of(Topic.partition(key, partitions)));
    topology.addSink(
        name,
        topic.name(),
        topic.keys().serializer(),
        topic.values().serializer(),
        byFirstPart,
        parent);
  }
}
