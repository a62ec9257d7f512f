package slipstream.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.alerts.notice.ChangeText;
import slipstream.alerts.outbox.Draft;
import slipstream.alerts.outbox.Outbox;
import slipstream.alerts.route.Heartbeats;
import slipstream.alerts.route.Router;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/**
 * Writes what the next commit of a partition says: what channels reported, what was read, what
 * people asked for, and what time brings.
 */
final class DraftWriter {
  private static final Logger log = LoggerFactory.getLogger(DraftWriter.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Topic<String, Change> changes;
  private final int home;
  private final Supplier<Router> router;
  private final ToIntFunction<String> originsOf;
  private final DeadLetters deadLetters;
  private final Clock clock;

  DraftWriter(
      Topics topics,
      Supplier<Router> router,
      ToIntFunction<String> originsOf,
      DeadLetters deadLetters,
      Clock clock) {
    this.changes = topics.alertsChanges();
    this.home = Topic.partition(Heartbeats.SUBJECT, topics.partitions());
    this.router = router;
    this.originsOf = originsOf;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  Draft write(Shard shard, List<Delivery> reports, List<ConsumerRecord<byte[], byte[]>> records) {
    var draft = new Draft(shard.outbox());
    Instant now = clock.instant();
    for (Delivery report : reports) router.get().settled(report, draft, now);
    for (var record : records) read(record, draft, now);
    if (shard.jammed != null) refuse(shard.jammed, draft, now);
    shard.carryOut(draft, now);
    tick(shard, draft, now);
    return draft;
  }

  private void read(ConsumerRecord<byte[], byte[]> record, Draft draft, Instant now) {
    try {
      Change change = changes.values().deserializer().deserialize(changes.name(), record.value());
      if (change == null) return;
      log.atInfo().log(() -> ChangeText.headline(change, change.subject()));
      router.get().route(change, Instant.ofEpochMilli(record.timestamp()), draft, now);
    } catch (RuntimeException e) {
      draft.putAside(deadLetters.letter(record, e));
    }
  }

  /** What is new for a channel that gets no more is told on another, and can be replayed. */
  private void refuse(String jammed, Draft draft, Instant now) {
    for (Delivery delivery : draft.added()) {
      if (!delivery.channel().equals(jammed) || delivery.state() != State.PENDING) continue;
      router.get().settled(delivery.refused("too many notices wait", now), draft, now);
    }
  }

  /** Once a second is enough. */
  private void tick(Shard shard, Draft draft, Instant now) {
    if (now.isBefore(shard.nextTick)) return;
    shard.nextTick = now.plus(TICK);
    router.get().endHolds(draft, now, originsOf);
    if (shard.partition.partition() == home) router.get().beat(draft, now);
    shard.outbox().forgettable(now.minus(Outbox.REMEMBERED)).forEach(draft::forget);
  }
}
