package slipstream.alerts.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import slipstream.alerts.outbox.Draft;
import slipstream.alerts.outbox.OutboxView;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.config.Subscriptions;

/**
 * What subscriptions would have sent over the past, by the router that is at work in the present:
 * each change comes when it was said, and every channel takes every notice at once.
 */
public final class Backtest {
  private final Router router;
  private final ToIntBiFunction<String, Instant> originsOf;
  private final Map<String, Delivery> outbox = new LinkedHashMap<>();

  /**
   * A run over one past.
   *
   * @param originsOf how many independent origins said what a change says, by a time; 0 = unknown
   */
  public Backtest(Subscriptions subscriptions, ToIntBiFunction<String, Instant> originsOf) {
    this.router = new Router(subscriptions);
    this.originsOf = originsOf;
  }

  /**
   * Runs.
   *
   * @param changes as they would have been announced had each item been read when it was published
   * @param moments further times at which a hold may be corroborated
   * @return a delivery for each change and channel that was matched: delivered, or skipped and why
   */
  public List<Delivery> run(List<Change> changes, Collection<Instant> moments) {
    var all = new TreeSet<>(moments);
    changes.forEach(c -> all.add(c.assertedAt()));
    for (Instant now : all) {
      passUntil(now);
      for (Change change : changes) {
        if (change.assertedAt().equals(now)) route(change, now);
      }
    }
    passUntil(Instant.MAX);
    return outbox.values().stream().sorted(Comparator.comparing(Delivery::updatedAt)).toList();
  }

  /** Ends the waits that are over by {@code now}, the earliest first. */
  private void passUntil(Instant now) {
    for (var due = due(now); due.isPresent(); due = due(now)) {
      Delivery waiting = due.get();
      Instant end = Objects.requireNonNull(waiting.nextAttemptAt());
      if (waiting.reason() == Reason.HOLD) endHolds(end);
      else settle(waiting, end);
    }
    if (!now.equals(Instant.MAX)) endHolds(now);
  }

  private Optional<Delivery> due(Instant now) {
    return outbox.values().stream()
        .filter(d -> d.isOpen() && d.nextAttemptAt() != null && !d.nextAttemptAt().isAfter(now))
        .min(Comparator.comparing(Delivery::nextAttemptAt));
  }

  private void route(Change change, Instant now) {
    var draft = new Draft(new View());
    router.route(change, now, draft, now);
    take(draft, now);
  }

  private void endHolds(Instant now) {
    var draft = new Draft(new View());
    router.endHolds(draft, now, change -> originsOf.applyAsInt(change, now));
    take(draft, now);
  }

  private void settle(Delivery sent, Instant now) {
    var draft = new Draft(new View());
    router.settled(sent.delivered(null, now), draft, now);
    take(draft, now);
  }

  private void take(Draft draft, Instant now) {
    draft.states().forEach(d -> outbox.put(d.key(), d));
    for (Delivery delivery : draft.states()) {
      if (delivery.state() == State.PENDING) settle(delivery, now);
    }
  }

  private final class View implements OutboxView {
    @Override
    public Optional<Delivery> find(String key) {
      return Optional.ofNullable(outbox.get(key));
    }

    @Override
    public Collection<Delivery> held() {
      return new ArrayList<>(
          outbox.values().stream().filter(d -> d.state() == State.HELD).toList());
    }

    @Override
    public Stream<Delivery> ofChange(String change) {
      return List.copyOf(outbox.values()).stream().filter(d -> d.change().equals(change));
    }

    @Override
    public boolean isBeingTried(Delivery delivery) {
      return false;
    }
  }
}
