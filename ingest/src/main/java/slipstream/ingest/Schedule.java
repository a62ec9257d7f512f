package slipstream.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Which source of a shard is due: one at a time for each domain, the next a pause after the last.
 * All sources of a domain lie in one partition, so its one owner keeps the pace.
 */
final class Schedule {
  private final Map<String, Domain> domains = new HashMap<>();
  private final Map<String, Instant> due = new HashMap<>();
  private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at));

  private record Due(String key, Instant at) {}

  /** When a domain may be asked next; outdated when the domain has a later turn. */
  private record Turn(Domain domain, Instant at) {}

  private static final class Domain {
    final PriorityQueue<Due> waiting = new PriorityQueue<>(Comparator.comparing(Due::at));
    Instant free = Instant.MIN;
    boolean busy;

    Instant next(Due head) {
      return head.at().isAfter(free) ? head.at() : free;
    }
  }

  /** Adds a source, or moves its time. */
  void put(String key, Instant at) {
    due.put(key, at);
    Domain domain = domains.computeIfAbsent(domainOf(key), d -> new Domain());
    domain.waiting.add(new Due(key, at));
    offer(domain);
  }

  /** True while a source waits; false when it was taken, or never put. */
  boolean has(String key) {
    return due.containsKey(key);
  }

  void remove(String key) {
    due.remove(key);
  }

  /** Takes a source that is due and marks its domain busy; null when none is. */
  @Nullable String take(Instant now) {
    while (!turns.isEmpty() && !turns.peek().at().isAfter(now)) {
      Domain domain = turns.remove().domain();
      Due head = head(domain);
      if (domain.busy || head == null) continue;
      if (domain.next(head).isAfter(now)) {
        offer(domain);
        continue;
      }
      domain.waiting.remove();
      due.remove(head.key());
      domain.busy = true;
      return head.key();
    }
    return null;
  }

  /** Frees the domain of a source that was taken, after a pause from now. */
  void release(String key, Instant now, Duration pause) {
    Domain domain = domains.get(domainOf(key));
    if (domain == null) return;
    domain.busy = false;
    domain.free = now.plus(pause);
    offer(domain);
  }

  /** When the next source may be due; null when nothing waits. */
  @Nullable Instant next() {
    return turns.isEmpty() ? null : turns.peek().at();
  }

  private void offer(Domain domain) {
    Due head = head(domain);
    if (!domain.busy && head != null) turns.add(new Turn(domain, domain.next(head)));
  }

  /** The first of the domain that was neither removed nor moved since. */
  private @Nullable Due head(Domain domain) {
    while (true) {
      Due head = domain.waiting.peek();
      if (head == null || head.at().equals(due.get(head.key()))) return head;
      domain.waiting.remove();
    }
  }

  private static String domainOf(String key) {
    return key.substring(0, key.indexOf('|'));
  }
}
