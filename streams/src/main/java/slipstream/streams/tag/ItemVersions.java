package slipstream.streams.tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slipstream.contracts.WatchedKind;

/**
 * What the tag stage remembers of an item.
 *
 * @param read versions read so far, oldest first, at most {@value #KEPT}
 * @param learnedAt when the newest of them was learned
 * @param watched what the newest of them names
 */
record ItemVersions(List<String> read, Instant learnedAt, Map<String, WatchedKind> watched) {
  /** Enough for an article that is edited all day. */
  private static final int KEPT = 16;

  static final ItemVersions NONE = new ItemVersions(List.of(), Instant.MIN, Map.of());

  /** True for a version that came before, and for one that was learned before the newest one. */
  boolean isPast(String version, Instant learned) {
    return learned.isBefore(learnedAt) || read.contains(version);
  }

  /** True when no version is known to have named anything. */
  boolean neverNamedAnything() {
    return watched.isEmpty() && read.size() == 1;
  }

  ItemVersions with(String version, Instant learned, Map<String, WatchedKind> names) {
    var versions = new ArrayList<>(read.size() < KEPT ? read : read.subList(1, read.size()));
    versions.add(version);
    return new ItemVersions(versions, learned, names);
  }
}
