package slipstream.alerts.route;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import slipstream.alerts.outbox.Draft;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Subscription;

/**
 * Who is told of a change: match subscriptions, drop what the outbox knows already, skip backfill.
 * Pure but for the draft it writes to.
 */
public final class Router {
  /** Between a change and the channel that did not take it, in the id of a notice about that. */
  private static final String UNDELIVERED = "~";

  private final Subscriptions subscriptions;

  public Router(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /** Puts one delivery for each channel that a subscription names; a known one is left alone. */
  public void route(Change change, Draft draft, Instant now) {
    var wanted = new LinkedHashMap<String, Delivery>();
    for (Subscription subscription : subscriptions.subscriptions()) {
      if (!Match.matches(subscription, change)) continue;
      for (String channel : subscription.channels()) {
        wanted.merge(channel, delivery(change, subscription, channel, now), Router::eager);
      }
    }
    for (Delivery delivery : wanted.values()) {
      if (draft.find(delivery.key()).isEmpty()) draft.put(delivery);
    }
  }

  /** Tells another channel of a notice that is dead, once. */
  public void undelivered(Delivery dead, Draft draft, Instant now) {
    Change notice = dead.notice();
    if (notice == null || dead.reason() == Reason.UNDELIVERED) return;
    fallback(dead.channel())
        .map(c -> Delivery.pending(notice, c, dead.subscription(), now))
        .map(d -> d.about(dead.change() + UNDELIVERED + dead.channel()))
        .map(d -> d.because(Reason.UNDELIVERED))
        .filter(d -> draft.find(d.key()).isEmpty())
        .ifPresent(draft::put);
  }

  private static Delivery delivery(
      Change change, Subscription subscription, String channel, Instant now) {
    var delivery = Delivery.pending(change, channel, subscription.name(), now);
    return change.backfill() && !subscription.backfill()
        ? delivery.skipped(Reason.BACKFILL, now)
        : delivery;
  }

  /** When two subscriptions name the same channel, the one that sends wins. */
  private static Delivery eager(Delivery first, Delivery second) {
    return first.isOpen() ? first : second;
  }

  private Optional<String> fallback(String channel) {
    var named =
        subscriptions.channels().stream()
            .filter(c -> c.name().equals(channel))
            .map(c -> c.settings().getOrDefault("fallback", ""))
            .filter(f -> !f.isEmpty())
            .findFirst();
    return named.isPresent()
        ? named
        : subscriptions.channels().stream()
            .map(Subscriptions.Channel::name)
            .filter(c -> !c.equals(channel))
            .findFirst();
  }
}
