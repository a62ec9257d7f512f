package slipstream.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.PartitionLoader;
import slipstream.contracts.kafka.Topics;

/**
 * What became of every notice, and how to send one again: for {@code slipstream deliveries}. Works
 * on the topic alone, whether or not alerts run.
 */
public final class DeliveryLog {
  private static final String CLIENT_ID = "slipstream-deliveries";

  private final KafkaClients clients;
  private final Topics topics;
  private final Clock clock;

  public DeliveryLog(KafkaClients clients, Topics topics, Clock clock) {
    this.clients = clients;
    this.topics = topics;
    this.clock = clock;
  }

  /** The present state of every notice that is wanted, latest first. */
  public List<Delivery> list(Predicate<Delivery> wanted) {
    var states = new HashMap<String, Delivery>();
    for (int p = 0; p < topics.partitions(); p++) {
      new PartitionLoader(p).into(topics.alertsDeliveries(), states).load(clients, CLIENT_ID);
    }
    return states.values().stream()
        .filter(wanted)
        .sorted(Comparator.comparing(Delivery::updatedAt).reversed().thenComparing(Delivery::key))
        .toList();
  }

  /**
   * Puts notices back to pending, with the same idempotency key; the process in charge of the
   * subject sends them, or the next one that starts. What is pending already is left alone.
   *
   * @return what was put back
   * @throws IllegalStateException when Kafka did not take it
   */
  public List<Delivery> replay(Predicate<Delivery> wanted) throws InterruptedException {
    var chosen = list(d -> d.state() != State.PENDING && wanted.test(d));
    if (chosen.isEmpty()) return List.of();
    Map<String, Change> changes = changes();
    Instant now = clock.instant();
    var again = new ArrayList<Delivery>();
    for (Delivery delivery : chosen) {
      Optional.ofNullable(delivery.notice())
          .or(() -> Optional.ofNullable(changes.get(delivery.change())))
          .map(notice -> delivery.replayed(notice, now))
          .ifPresent(again::add);
    }
    write(again);
    return again;
  }

  private Map<String, Change> changes() {
    var changes = new HashMap<String, Change>();
    for (int p = 0; p < topics.partitions(); p++) {
      new PartitionLoader(p)
          .into(
              topics.alertsChanges(),
              (key, change) -> {
                if (change != null) changes.put(change.id(), change);
              })
          .load(clients, CLIENT_ID);
    }
    return changes;
  }

  private void write(List<Delivery> again) throws InterruptedException {
    try (var producer = clients.producer(CLIENT_ID)) {
      for (Delivery delivery : again) {
        var record =
            topics.alertsDeliveries().record(delivery.key(), delivery, topics.partitions());
        Replays.mark(record);
        producer.send(record).get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot replay: " + e.getCause(), e);
    }
  }
}
