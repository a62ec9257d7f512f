package slipstream.streams.counts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The items of one story that make a claim of one status on the word of one origin: together they
 * count once, in the buckets of the earliest publication.
 *
 * @param items item id -> publication; the end of time for an undated item
 */
record Votes(Map<String, Instant> items) {
  static final Votes NONE = new Votes(Map.of());
  static final Instant UNDATED = Instant.parse("9999-12-31T00:00:00Z");

  Votes with(String item, Instant published) {
    var more = new HashMap<>(items);
    more.put(item, published);
    return new Votes(more);
  }

  Votes without(String item) {
    var fewer = new HashMap<>(items);
    fewer.remove(item);
    return new Votes(fewer);
  }

  /** Empty when nobody says so. */
  Optional<Instant> earliest() {
    return items.values().stream().min(Instant::compareTo);
  }
}
