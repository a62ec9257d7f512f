package slipstream.streams.counts;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import slipstream.streams.Sweep;

/** The counts of one kind by {@code watched|bucket}; what is put or dropped is forwarded. */
final class CountStore<V> {
  private final ProcessorContext<String, @Nullable V> context;
  private final KeyValueStore<String, V> counts;
  private final Duration hoursKept;

  /**
   * Begins to drop hours that are too old.
   *
   * @param bucket of a count
   * @param hoursKept how long after publication hours are kept
   */
  CountStore(
      ProcessorContext<String, @Nullable V> context,
      String name,
      Function<V, String> bucket,
      Duration hoursKept) {
    this.context = context;
    this.counts = context.getStateStore(name);
    this.hoursKept = hoursKept;
    Sweep.schedule(
        context,
        counts,
        e -> Buckets.isHourBefore(bucket.apply(e.value), oldestHour()),
        key -> put(key, null, context.currentSystemTimeMs()));
  }

  /** Hours before it are not counted. */
  Instant oldestHour() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs()).minus(hoursKept);
  }

  @Nullable V get(String key) {
    return counts.get(key);
  }

  /**
   * @param count null = dropped
   * @param time of the record
   */
  void put(String key, @Nullable V count, long time) {
    counts.put(key, count);
    context.forward(new Record<>(key, count, time));
  }
}
