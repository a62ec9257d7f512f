package slipstream.web.view;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.SentimentCount;
import slipstream.contracts.StatusCount;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.Topics;

/**
 * Follows outlooks, claims, changes and counts, in no group: each process holds all of them. A
 * ledger is small (a few kB a claim), so memory and a read from the beginning at start are enough.
 */
public final class Views implements AutoCloseable {
  private static final Comparator<LedgerClaim> CLAIMS_BY_PUBLICATION =
      comparing(Views::publishedAt, nullsFirst(naturalOrder()));

  private final KafkaClients clients;
  private final Topics topics;
  private final Table<Outlook> outlooks = new Table<>();
  private final Table<LedgerClaim> claims = new Table<>();
  private final Table<Change> changes = new Table<>();
  private final Table<StatusCount> statusCounts = new Table<>();
  private final Table<SentimentCount> sentimentCounts = new Table<>();
  private final Map<String, TopicFollower<?>> followers = new ConcurrentHashMap<>();
  private long revision;
  private long snapshotRevision = -1;
  private Snapshot snapshot = Snapshot.EMPTY;

  public Views(KafkaClients clients, Topics topics) {
    this.clients = clients;
    this.topics = topics;
  }

  /** Starts following; what is there already arrives within moments. */
  public void start() {
    follow(topics.releaseOutlooks(), outlooks, null);
    follow(topics.releaseClaims(), claims, null);
    follow(topics.alertsChanges(), changes, Change::id);
    follow(topics.countsStatus(), statusCounts, null);
    follow(topics.countsSentiment(), sentimentCounts, null);
  }

  /** True when what was there at the start has been read within the time. */
  public boolean awaitCaughtUp(Duration within) throws InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    for (var follower : followers.values()) {
      long left = Math.max(0, deadline - System.nanoTime());
      if (!follower.awaitCaughtUp(Duration.ofNanos(left))) return false;
    }
    return true;
  }

  /** Names of topics that are no longer followed because of an error. */
  public List<String> stopped() {
    return followers.entrySet().stream()
        .filter(f -> !f.getValue().isRunning())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** True once what was there at the start has been read. */
  public boolean isCaughtUp() {
    try {
      return awaitCaughtUp(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** All that is held now, sorted; the same object until something moves. */
  public synchronized Snapshot snapshot() {
    if (snapshotRevision != revision) {
      snapshotRevision = revision;
      snapshot =
          new Snapshot(
              sorted(outlooks, comparing(Outlook::subject)),
              newestFirst(claims, CLAIMS_BY_PUBLICATION),
              newestFirst(changes, comparing(Change::assertedAt)),
              sorted(
                  statusCounts, comparing(StatusCount::watched).thenComparing(StatusCount::bucket)),
              sorted(
                  sentimentCounts,
                  comparing(SentimentCount::watched).thenComparing(SentimentCount::bucket)));
    }
    return snapshot;
  }

  /** The changes in the order they came: of one subject always the same. */
  public List<Change> changesAsArrived() {
    return changes.values();
  }

  /** Rises with each record. */
  public synchronized long revision() {
    return revision;
  }

  /**
   * Waits until something newer than {@code seen} is held, at most {@code within}.
   *
   * @return the revision then
   */
  public synchronized long awaitNewer(long seen, Duration within) throws InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    while (revision <= seen) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) break;
      wait(left);
    }
    return revision;
  }

  @Override
  public void close() {
    followers.values().forEach(TopicFollower::close);
  }

  /**
   * @param id of a value; null = the record's key
   */
  private <V> void follow(
      Topic<String, V> topic, Table<V> table, @Nullable Function<V, String> id) {
    TopicFollower.Sink<V> sink =
        (key, value, timestamp) -> {
          table.put(id == null || value == null ? key : id.apply(value), value);
          moved();
        };
    followers.put(topic.name(), TopicFollower.start(topic, clients, topics.id("web"), sink));
  }

  private synchronized void moved() {
    revision++;
    notifyAll();
  }

  private static <V> List<V> sorted(Table<V> table, Comparator<V> order) {
    var values = table.values();
    values.sort(order);
    return List.copyOf(values);
  }

  /** Of two that compare equal, the one that arrived later comes first. */
  private static <V> List<V> newestFirst(Table<V> table, Comparator<V> order) {
    var values = table.values();
    values.sort(order);
    Collections.reverse(values);
    return List.copyOf(values);
  }

  private static @Nullable Instant publishedAt(LedgerClaim claim) {
    var published = claim.item().published();
    return published == null ? null : published.at();
  }
}
