package slipstream.alerts.outbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import slipstream.contracts.Delivery;

/** What the next commit will write, seen together with what the outbox holds. */
public final class Draft {
  private final OutboxView outbox;
  private final Map<String, Delivery> states = new LinkedHashMap<>();

  public Draft(OutboxView outbox) {
    this.outbox = outbox;
  }

  public Optional<Delivery> find(String key) {
    Delivery drafted = states.get(key);
    return drafted == null ? outbox.find(key) : Optional.of(drafted);
  }

  /** Every notice that is still to be sent. */
  public List<Delivery> open() {
    return now(outbox.open().stream()).filter(Delivery::isOpen).toList();
  }

  /** What became of a change, channel by channel. */
  public List<Delivery> ofChange(String change) {
    return now(outbox.ofChange(change)).filter(d -> d.change().equals(change)).toList();
  }

  /** True while a try of it runs or its result waits to be written. */
  public boolean isBeingTried(Delivery delivery) {
    return outbox.isBeingTried(delivery);
  }

  public void put(Delivery delivery) {
    states.put(delivery.key(), delivery);
  }

  /** To be committed, in the order they were put. */
  public List<Delivery> states() {
    return List.copyOf(states.values());
  }

  private Stream<Delivery> now(Stream<Delivery> committed) {
    return Stream.concat(
        committed.filter(d -> !states.containsKey(d.key())), states.values().stream());
  }
}
