package slipstream.alerts.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Delivery;

/**
 * What became of notices, without what they said, so that no change is told twice and a correction
 * finds its receivers. Bounded by time and by number.
 */
final class Settled {
  private static final int AT_ONCE = 5_000;

  private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();
  private final int most;

  /**
   * @param most remembered; a tenth more before the oldest are forgotten
   */
  Settled(int most) {
    this.most = most;
  }

  @Nullable Delivery get(String key) {
    return deliveries.get(key);
  }

  Stream<Delivery> stream() {
    return deliveries.values().stream();
  }

  void put(Delivery delivery) {
    deliveries.put(delivery.key(), delivery.withoutNotice());
  }

  void remove(String key) {
    deliveries.remove(key);
  }

  /**
   * Keys of what need not be remembered any longer, some at a time.
   *
   * @param before the beginning of what is remembered
   */
  List<String> forgettable(Instant before) {
    int size = deliveries.size();
    Stream<Delivery> old =
        size > most + most / 10
            ? stream().sorted(Comparator.comparing(Delivery::updatedAt)).limit(size - most)
            : stream().filter(d -> d.updatedAt().isBefore(before));
    return old.limit(AT_ONCE).map(Delivery::key).toList();
  }
}
