package slipstream.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.alerts.channel.Dispatcher;
import slipstream.alerts.outbox.Draft;
import slipstream.alerts.outbox.Outbox;
import slipstream.alerts.route.Heartbeats;
import slipstream.alerts.route.Router;
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
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final Duration REOPEN_AFTER = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final Topics topics;
  private final String clientId;
  private final Topic<String, Change> changes;
  private final Dispatcher dispatcher;
  private final Supplier<Router> router;
  private final ToIntFunction<String> originsOf;
  private final Clock clock;
  private final Executor opener;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Shard> shards = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private volatile boolean idle;

  AlertsWorker(
      KafkaClients clients,
      Topics topics,
      String clientId,
      Dispatcher dispatcher,
      Supplier<Router> router,
      ToIntFunction<String> originsOf,
      Clock clock,
      Executor opener) {
    this.clients = clients;
    this.topics = topics;
    this.clientId = clientId;
    this.changes = topics.alertsChanges();
    this.dispatcher = dispatcher;
    this.router = router;
    this.originsOf = originsOf;
    this.clock = clock;
    this.opener = opener;
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

  private void step() {
    var records = consumer.poll(POLL);
    boolean atRest = !shards.isEmpty();
    for (Shard shard : shards.values()) {
      if (shard.hasFailed()) reopen(shard, List.of());
      if (shard.isOpen()) advance(shard, records.records(shard.partition));
      atRest &= isAtRest(shard);
    }
    idle = atRest;
  }

  /** One transaction: what was read and what was reported. Only then is anything sent. */
  private void advance(Shard shard, List<ConsumerRecord<byte[], byte[]>> records) {
    Outbox outbox = shard.outbox();
    var reports = shard.takeReports();
    try {
      if (!shard.started) rewind(shard.partition);
      var draft = draft(outbox, reports, records);
      shard.carryOut(draft, clock.instant());
      tick(shard, draft);
      long position = consumer.position(shard.partition);
      if (!draft.states().isEmpty() || position != shard.committed) {
        outbox.commit(draft.states(), position, consumer.groupMetadata());
        shard.committed = position;
      }
      if (shard.started) {
        draft.states().forEach(d -> dispatcher.submit(d, outbox));
      } else {
        start(shard);
      }
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      log.warn("{}: the outbox is opened anew: {}", shard.partition, e.toString());
      reopen(shard, reports);
    }
  }

  private Draft draft(
      Outbox outbox, List<Delivery> reports, List<ConsumerRecord<byte[], byte[]>> records) {
    var draft = new Draft(outbox);
    Instant now = clock.instant();
    for (Delivery report : reports) router.get().settled(report, draft, now);
    for (var record : records) read(record, draft, now);
    return draft;
  }

  /** What happens because time passes; once a second is enough. */
  private void tick(Shard shard, Draft draft) {
    Instant now = clock.instant();
    if (now.isBefore(shard.nextTick)) return;
    shard.nextTick = now.plus(TICK);
    router.get().endHolds(draft, now, originsOf);
    int home = Topic.partition(Heartbeats.SUBJECT, topics.partitions());
    if (shard.partition.partition() == home) router.get().beat(draft, now);
  }

  private void start(Shard shard) {
    shard.started = true;
    consumer.resume(List.of(shard.partition));
    for (Delivery delivery : shard.outbox().open()) dispatcher.submit(delivery, shard.outbox());
  }

  private void read(ConsumerRecord<byte[], byte[]> record, Draft draft, Instant now) {
    try {
      Change change = changes.values().deserializer().deserialize(changes.name(), record.value());
      if (change != null) router.get().route(change, draft, now);
    } catch (SerializationException e) {
      log.error(
          "{}-{}@{}: unreadable, skipped: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
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
        CompletableFuture.delayedExecutor(REOPEN_AFTER.toMillis(), TimeUnit.MILLISECONDS, opener);
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
        var states = draft(outbox, shard.takeReports(), List.of()).states();
        if (!states.isEmpty()) outbox.commit(states, shard.committed, consumer.groupMetadata());
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
      partitions.forEach(p -> open(p, List.of(), opener));
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
