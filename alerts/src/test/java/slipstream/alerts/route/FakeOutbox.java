package slipstream.alerts.route;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import slipstream.alerts.outbox.Draft;
import slipstream.alerts.outbox.OutboxView;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;

/** An outbox without Kafka: what is drafted is committed at once. */
final class FakeOutbox implements OutboxView {
  final Set<String> tried = new HashSet<>();
  private final Map<String, Delivery> deliveries = new TreeMap<>();

  void commit(Consumer<Draft> work) {
    var draft = new Draft(this);
    work.accept(draft);
    draft.states().forEach(d -> deliveries.put(d.key(), d));
  }

  Delivery get(String key) {
    return find(key)
        .orElseThrow(() -> new AssertionError(key + " is not in " + deliveries.keySet()));
  }

  /** What would be tried now. */
  Stream<String> due(Instant now) {
    return open().stream()
        .filter(d -> d.nextAttemptAt() != null && !d.nextAttemptAt().isAfter(now))
        .map(Delivery::key);
  }

  @Override
  public Optional<Delivery> find(String key) {
    return Optional.ofNullable(deliveries.get(key));
  }

  Collection<Delivery> open() {
    return deliveries.values().stream().filter(Delivery::isOpen).toList();
  }

  @Override
  public Collection<Delivery> held() {
    return open().stream().filter(d -> d.state() == State.HELD).toList();
  }

  @Override
  public Stream<Delivery> ofChange(String change) {
    return deliveries.values().stream().filter(d -> d.change().equals(change)).toList().stream();
  }

  @Override
  public boolean isBeingTried(Delivery delivery) {
    return tried.contains(delivery.key());
  }
}
