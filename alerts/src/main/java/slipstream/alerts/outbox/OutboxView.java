package slipstream.alerts.outbox;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import slipstream.contracts.Delivery;

/** What an outbox holds, to look at. */
public interface OutboxView {
  /** The notice of a key, as in {@link Delivery#key()}. */
  Optional<Delivery> find(String key);

  /** Every notice that waits for its time or for an event; few, unlike what is pending. */
  Collection<Delivery> held();

  /** What became of a change, channel by channel. */
  Stream<Delivery> ofChange(String change);

  /** True while a try of it runs or its result waits to be written. */
  boolean isBeingTried(Delivery delivery);
}
