package slipstream.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a store a slice a minute, so that what is too old is found without ever holding up
 * the thread.
 */
public final class Sweep<V> {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int SLICE = 5_000;

  private final KeyValueStore<String, V> store;
  private final Predicate<KeyValue<String, V>> isOld;
  private final Consumer<String> drop;
  private @Nullable String from;

  private Sweep(
      KeyValueStore<String, V> store, Predicate<KeyValue<String, V>> isOld, Consumer<String> drop) {
    this.store = store;
    this.isOld = isOld;
    this.drop = drop;
  }

  /**
   * Begins.
   *
   * @param isOld tells what to drop
   * @param drop takes a key out of the store
   */
  public static <V> void schedule(
      ProcessorContext<?, ?> context,
      KeyValueStore<String, V> store,
      Predicate<KeyValue<String, V>> isOld,
      Consumer<String> drop) {
    var sweep = new Sweep<>(store, isOld, drop);
    context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, time -> sweep.slice());
  }

  /**
   * True for what was learned a time before the newest record was. Not by the wall clock: a past
   * that is read anew would be forgotten while it is read.
   */
  public static boolean isPast(ProcessorContext<?, ?> context, Instant learnedAt, Duration kept) {
    return learnedAt.isBefore(Instant.ofEpochMilli(context.currentStreamTimeMs()).minus(kept));
  }

  private void slice() {
    var old = new ArrayList<String>();
    String last = null;
    try (var entries = store.range(from, null)) {
      for (int seen = 0; entries.hasNext() && seen < SLICE; seen++) {
        var entry = entries.next();
        last = entry.key;
        if (isOld.test(entry)) old.add(entry.key);
      }
      from = entries.hasNext() ? last : null;
    }
    old.forEach(drop);
  }
}
