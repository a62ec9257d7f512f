package slipstream.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.alerts.channel.Dispatcher;
import slipstream.alerts.outbox.Draft;
import slipstream.alerts.outbox.Outbox;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/**
 * The loop that owns partitions of {@code alerts.changes}: reads changes, writes them to the outbox
 * together with the offset, hands them to channels, and writes what became of them.
 *
 * <p>Whatever goes wrong with Kafka ends the same way: the outbox of the partition is opened anew
 * and the partition is read again from the last committed offset.
 */
final class AlertsWorker implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(AlertsWorker.class);
  private static final Duration POLL = Duration.ofMillis(50);

  /** Notices of a partition to be sent now or after a failure, about 3 kB each. */
  private static final int FULL = 10_000;

  /** Where many wait for longer, they wait for one channel: others must not wait with it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final Duration REOPEN_AFTER = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final Topics topics;
  private final String clientId;
  private final Topic<String, Change> changes;
  private final Dispatcher dispatcher;
  private final DraftWriter drafts;
  private final DeadLetters deadLetters;
  private final Clock clock;
  private final Executor background;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Shard> shards = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private volatile boolean idle;

  /**
   * @param background runs what blocks, on several threads
   */
  AlertsWorker(
      KafkaClients clients,
      Topics topics,
      String clientId,
      Dispatcher dispatcher,
      DraftWriter drafts,
      DeadLetters deadLetters,
      Clock clock,
      Executor background) {
    this.clients = clients;
    this.topics = topics;
    this.clientId = clientId;
    this.changes = topics.alertsChanges();
    this.dispatcher = dispatcher;
    this.drafts = drafts;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.background = background;
    this.consumer = clients.member(clientId, topics.id("alerts"));
  }

  /** True when every owned partition is read to its end and nothing that is due waits. */
  boolean isIdle() {
    return idle;
  }

  /** The outboxes this process is in charge of. */
  List<Outbox> outboxes() {
    return shards.values().stream().filter(s -> s.started).map(Shard::outbox).toList();
  }

  /** Carries out a request with the next commit, where this process owns the subject. */
  void request(String subject, Shard.Request request) {
    int number = Topic.partition(subject, topics.partitions());
    Shard shard = shards.get(new TopicPartition(changes.name(), number));
    if (shard != null) shard.request(request);
  }

  /** Asks the loop to end; it drains what is being sent. */
  void stop() {
    closed = true;
    consumer.wakeup();
  }

  @Override
  public void run() {
    try (consumer) {
      consumer.subscribe(List.of(changes.name()), new Ownership());
      while (!closed) step();
    } catch (WakeupException e) {
      if (!closed) throw e;
    } finally {
      shards.values().forEach(Shard::abandon);
    }
  }

  /** What a commit was given to write, until it is done. */
  private record Commit(
      Shard shard,
      List<Delivery> reports,
      Draft draft,
      long position,
      CompletableFuture<Void> done) {}

  /** Each partition has a transaction of its own; they are written at the same time. */
  private void step() {
    var records = consumer.poll(POLL);
    var commits = new ArrayList<Commit>();
    try {
      for (Shard shard : shards.values()) {
        if (shard.hasFailed()) reopen(shard, List.of());
        if (shard.isOpen()) commits.add(begin(shard, records.records(shard.partition)));
      }
    } finally {
      commits.forEach(this::finish);
    }
    idle = !shards.isEmpty() && shards.values().stream().allMatch(this::isAtRest);
  }

  /** One transaction: what was read and what was reported. */
  private Commit begin(Shard shard, List<ConsumerRecord<byte[], byte[]>> records) {
    var reports = shard.takeReports(!records.isEmpty(), clock.instant());
    long position;
    try {
      if (!shard.started) rewind(shard.partition);
      position = consumer.position(shard.partition);
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      var nothing = new Draft(shard.outbox());
      return new Commit(
          shard, reports, nothing, shard.committed, CompletableFuture.failedFuture(e));
    }
    Draft draft = drafts.write(shard, reports, records);
    var group = consumer.groupMetadata();
    var done =
        draft.isEmpty() && position == shard.committed
            ? CompletableFuture.<Void>completedFuture(null)
            : CompletableFuture.runAsync(
                () -> shard.outbox().commit(draft, position, group), background);
    return new Commit(shard, reports, draft, position, done);
  }

  /** Only what is written is sent. */
  private void finish(Commit commit) {
    Shard shard = commit.shard;
    try {
      commit.done.join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof KafkaException)) throw e;
      log.warn("{}: the outbox is opened anew: {}", shard.partition, e.getCause().toString());
      reopen(shard, commit.reports);
      return;
    }
    shard.committed = commit.position;
    if (shard.started) {
      commit.draft.states().forEach(d -> dispatcher.submit(d, shard.outbox()));
    } else {
      start(shard);
    }
    admit(shard);
  }

  /**
   * The outbox must fit into memory: after a burst, what is not read waits on its topic. When that
   * does not help, the channel that most notices wait for gets no more.
   */
  private void admit(Shard shard) {
    boolean full = shard.outbox().pending() >= FULL;
    Instant longAgo = clock.instant().minus(PATIENCE);
    shard.jammed = full ? shard.outbox().jammed(longAgo).orElse(null) : null;
    boolean waits = full && shard.jammed == null;
    if (waits == shard.waits) return;
    shard.waits = waits;
    if (waits) {
      log.warn("{}: {} notices wait; reading waits for them a while", shard.partition, FULL);
      consumer.pause(List.of(shard.partition));
    } else {
      consumer.resume(List.of(shard.partition));
    }
  }

  private void start(Shard shard) {
    shard.started = true;
    deadLetters.countUnreadable(shard.outbox().unreadable());
    consumer.resume(List.of(shard.partition));
    for (Delivery delivery : shard.outbox().open()) dispatcher.submit(delivery, shard.outbox());
  }

  private boolean isAtRest(Shard shard) {
    if (!shard.isOpen() || !shard.started || shard.outbox().isBusy()) return false;
    if (consumer.currentLag(shard.partition).orElse(1) > 0) return false;
    Instant now = clock.instant();
    return shard.outbox().open().stream()
        .map(Delivery::nextAttemptAt)
        .noneMatch(at -> at != null && !at.isAfter(now));
  }

  private void open(TopicPartition partition, List<Delivery> carried, Executor executor) {
    int number = partition.partition();
    var opening =
        CompletableFuture.supplyAsync(
            () -> Outbox.open(clients, topics, number, clientId), executor);
    shards.put(partition, new Shard(partition, opening, carried));
  }

  private void reopen(Shard shard, List<Delivery> reports) {
    shard.abandon();
    consumer.pause(List.of(shard.partition));
    var later =
        CompletableFuture.delayedExecutor(
            REOPEN_AFTER.toMillis(), TimeUnit.MILLISECONDS, background);
    open(shard.partition, reports, later);
  }

  /** To what the owner before us committed: it may have gone on since we were assigned. */
  private void rewind(TopicPartition partition) {
    var committed = consumer.committed(Set.of(partition)).get(partition);
    if (committed == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, committed);
    }
  }

  /** Lets running tries end, writes their results, and lets go. */
  private void release(Shard shard) {
    if (shard.started && shard.isOpen()) {
      Outbox outbox = shard.outbox();
      outbox.stop();
      try {
        outbox.awaitTries(DRAIN);
        var reports = shard.takeReports(true, clock.instant());
        Draft draft = drafts.write(shard, reports, List.of());
        if (!draft.isEmpty()) outbox.commit(draft, shard.committed, consumer.groupMetadata());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (KafkaException e) {
        log.warn("{}: the last results are lost, those notices are repeated", shard.partition, e);
      }
    }
    shard.abandon();
  }

  private final class Ownership implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer.pause(partitions);
      partitions.forEach(p -> open(p, List.of(), background));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        Shard shard = shards.remove(partition);
        if (shard != null) release(shard);
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        Shard shard = shards.remove(partition);
        if (shard != null) shard.abandon();
      }
    }
  }
}
