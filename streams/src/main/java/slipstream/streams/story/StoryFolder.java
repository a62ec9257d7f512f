package slipstream.streams.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Mention;
import slipstream.contracts.Sketch;
import slipstream.streams.JsonStore;
import slipstream.streams.Replayed;
import slipstream.streams.StreamsMeters;
import slipstream.streams.story.StoryUpdate.Move;

/**
 * Holds the mention in force of each item and folds copies into stories, per watched id; forwards
 * what each record changed. A mention that says what is already held, or is a replay of what was
 * replaced since, changes nothing.
 */
public final class StoryFolder
    extends ContextualProcessor<String, @Nullable Mention, String, StoryUpdate> {
  private static final String STORE = "mentions";

  /** The character after the bar that ends a watched id: no id has one of the two. */
  private static final char AFTER_BAR = '|' + 1;

  private final Duration kept;
  private final Map<String, String> next;
  private final StreamsMeters meters;
  private final Map<String, WatchedStories> stories = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, HeldMention> mentions;

  /**
   * @param kept how long after an item was learned its copies are still looked for
   * @param next node further on -> the child that leads to it
   */
  public StoryFolder(Duration kept, Map<String, String> next, StreamsMeters meters) {
    this.kept = kept;
    this.next = Map.copyOf(next);
    this.meters = meters;
  }

  public static List<StoreBuilder<?>> stores() {
    return List.of(JsonStore.persistent(STORE, HeldMention.class));
  }

  /** Before any transaction is open: to find the stories of a month again takes seconds. */
  @Override
  public void init(ProcessorContext<String, StoryUpdate> context) {
    super.init(context);
    mentions = context.getStateStore(STORE);
    stories.clear();
    String watched = watchedFrom("");
    while (watched != null) {
      stories(watched);
      watched = watchedFrom(watched + AFTER_BAR);
    }
  }

  @Override
  public void process(Record<String, @Nullable Mention> record) {
    Mention mention = record.value();
    if (mention == null) throw new IllegalArgumentException("a record without a mention");
    HeldMention before = mentions.get(key(mention.watched(), mention.item().id()));
    Instant learnedAt = Instant.ofEpochMilli(record.timestamp());
    if (before == null ? mention.isRetraction() : before.covers(mention, learnedAt)) {
      if (before != null) again(record, before);
      return;
    }
    meters.item(mention, before == null);
    var moves = move(mention, before, learnedAt);
    context().forward(record.withValue(new StoryUpdate(mention, moves)));
  }

  /** What is held already may have failed further on: then only that node is told of it again. */
  private void again(Record<String, ?> record, HeldMention held) {
    String child = next.get(Replayed.failedAt(record.headers()));
    if (child == null) return;
    var update = new StoryUpdate(held.mention(), List.of(new Move(null, held)));
    context().forward(record.withValue(update), child);
  }

  private List<Move> move(Mention mention, @Nullable HeldMention before, Instant learnedAt) {
    var watched = stories(mention.watched());
    forget(watched, mention.watched(), learnedAt);
    var moves = new ArrayList<Move>();
    String item = mention.item().id();
    Set<String> moved;
    if (mention.isRetraction()) {
      moved = watched.remove(item);
      mentions.delete(key(mention.watched(), item));
      moves.add(new Move(before, null));
    } else {
      var after = new HeldMention(mention, learnedAt, item);
      moved = watched.put(after);
      var held = hold(after.withStory(watched.storyOf(item)));
      if (!held.headsItsStory()) meters.itemFolded();
      moves.add(new Move(before, held));
    }
    for (String other : moved) {
      if (!other.equals(item)) moves.add(toItsStory(mention.watched(), other, watched));
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

  /** What claims something is held for ever: a later version may take it back. */
  private void forget(WatchedStories stories, String watched, Instant now) {
    for (String item : stories.forget(now)) {
      HeldMention held = mentions.get(key(watched, item));
      if (held != null && held.mention().claims().isEmpty()) mentions.delete(key(watched, item));
    }
  }

  private WatchedStories stories(String watched) {
    return stories.computeIfAbsent(watched, this::load);
  }

  private WatchedStories load(String watched) {
    var loaded = new WatchedStories(item -> sketch(key(watched, item)), kept);
    try (var held = mentions.prefixScan(watched + "|", new StringSerializer())) {
      held.forEachRemaining(entry -> loaded.put(entry.value));
    }
    return loaded;
  }

  /** The watched id of the first key from one on. */
  private @Nullable String watchedFrom(String key) {
    try (var held = mentions.range(key, null)) {
      return held.hasNext() ? held.next().value.mention().watched() : null;
    }
  }

  private @Nullable Sketch sketch(String key) {
    HeldMention held = mentions.get(key);
    return held == null ? null : held.mention().sketch();
  }

  private static String key(String watched, String item) {
    return watched + "|" + item;
  }
}
