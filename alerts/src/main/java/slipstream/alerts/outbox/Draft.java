package slipstream.alerts.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;

/** What the next commit will write, seen together with what the outbox holds. */
public final class Draft {
  private final OutboxView outbox;
  private final Map<String, Delivery> states = new LinkedHashMap<>();
  private final Map<String, Delivery> held = new LinkedHashMap<>();
  private final Set<String> forgotten = new LinkedHashSet<>();
  private final List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();

  public Draft(OutboxView outbox) {
    this.outbox = outbox;
  }

  public Optional<Delivery> find(String key) {
    Delivery drafted = states.get(key);
    return drafted == null ? outbox.find(key) : Optional.of(drafted);
  }

  /** Every notice that waits for its time or for an event. */
  public List<Delivery> held() {
    var committed = outbox.held().stream().filter(d -> !states.containsKey(d.key()));
    return Stream.concat(committed, held.values().stream()).toList();
  }

  /** What became of a change, channel by channel. */
  public List<Delivery> ofChange(String change) {
    var committed = outbox.ofChange(change).filter(d -> !states.containsKey(d.key()));
    var drafted = states.values().stream().filter(d -> d.change().equals(change));
    return Stream.concat(committed, drafted).toList();
  }

  /** True while a try of it runs or its result waits to be written. */
  public boolean isBeingTried(Delivery delivery) {
    return outbox.isBeingTried(delivery);
  }

  public void put(Delivery delivery) {
    states.put(delivery.key(), delivery);
    if (delivery.state() == State.HELD) {
      held.put(delivery.key(), delivery);
    } else {
      held.remove(delivery.key());
    }
  }

  /** A settled notice need not be remembered any longer, unless the draft puts it again. */
  public void forget(String key) {
    forgotten.add(key);
  }

  /** A record for {@code alerts.dead-letters}. */
  public void putAside(ProducerRecord<byte[], byte[]> letter) {
    letters.add(letter);
  }

  /** To be committed, in the order they were put. */
  public List<Delivery> states() {
    return List.copyOf(states.values());
  }

  /** Those of {@link #states} that the outbox does not know. */
  public List<Delivery> added() {
    return states.values().stream().filter(d -> outbox.find(d.key()).isEmpty()).toList();
  }

  /** Keys to be deleted. */
  List<String> forgotten() {
    return forgotten.stream().filter(key -> !states.containsKey(key)).toList();
  }

  List<ProducerRecord<byte[], byte[]>> letters() {
    return List.copyOf(letters);
  }

  public boolean isEmpty() {
    return states.isEmpty() && forgotten.isEmpty() && letters.isEmpty();
  }
}
