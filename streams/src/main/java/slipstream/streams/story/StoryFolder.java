package slipstream.streams.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Mention;
import slipstream.contracts.kafka.JsonSerde;
import slipstream.streams.StreamsMeters;
import slipstream.streams.story.StoryUpdate.Move;

/**
 * Holds the mention in force of each item and folds copies into stories, per watched id; forwards
 * what each record changed. A mention that says what is already held changes nothing.
 */
public final class StoryFolder
    extends ContextualProcessor<String, @Nullable Mention, String, StoryUpdate> {
  private static final String STORE = "mentions";

  private final StreamsMeters meters;
  private final Map<String, WatchedStories> stories = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, HeldMention> mentions;

  public StoryFolder(StreamsMeters meters) {
    this.meters = meters;
  }

  public static Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE),
            Serdes.String(),
            JsonSerde.of(HeldMention.class)));
  }

  @Override
  public void init(ProcessorContext<String, StoryUpdate> context) {
    super.init(context);
    mentions = context.getStateStore(STORE);
    stories.clear();
  }

  @Override
  public void process(Record<String, @Nullable Mention> record) {
    Mention mention = record.value();
    if (mention == null) throw new IllegalArgumentException("a record without a mention");
    HeldMention before = mentions.get(key(mention.watched(), mention.item().id()));
    if (before == null ? mention.isRetraction() : mention.equals(before.mention())) return;
    meters.item(mention, before == null);
    var moves = move(mention, before, Instant.ofEpochMilli(record.timestamp()));
    context().forward(record.withValue(new StoryUpdate(mention, moves)));
  }

  private List<Move> move(Mention mention, @Nullable HeldMention before, Instant learnedAt) {
    var watched = stories.computeIfAbsent(mention.watched(), this::load);
    String item = mention.item().id();
    var moves = new ArrayList<Move>();
    if (mention.isRetraction()) {
      watched.remove(item);
      mentions.delete(key(mention.watched(), item));
      moves.add(new Move(before, null));
    } else {
      var after = new HeldMention(mention, learnedAt, item);
      watched.put(after.entry());
      moves.add(new Move(before, hold(after.withStory(watched.storyOf(item)))));
    }
    for (String moved : watched.takeMoved()) {
      if (!moved.equals(item)) moves.add(toItsStory(mention.watched(), moved, watched));
    }
    return moves;
  }

  private Move toItsStory(String watched, String item, WatchedStories stories) {
    HeldMention held = mentions.get(key(watched, item));
    return new Move(held, hold(held.withStory(stories.storyOf(item))));
  }

  private HeldMention hold(HeldMention mention) {
    mentions.put(key(mention.mention().watched(), mention.itemId()), mention);
    return mention;
  }

  private WatchedStories load(String watched) {
    var loaded = new WatchedStories();
    try (var held = mentions.prefixScan(watched + "|", new StringSerializer())) {
      held.forEachRemaining(entry -> loaded.put(entry.value.entry()));
    }
    loaded.takeMoved();
    return loaded;
  }

  private static String key(String watched, String item) {
    return watched + "|" + item;
  }
}
