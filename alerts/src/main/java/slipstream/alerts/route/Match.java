package slipstream.alerts.route;

import java.util.List;
import slipstream.contracts.Change;
import slipstream.contracts.config.Subscriptions.Subscription;

/** Whether a subscription asks for a change; an empty list asks for all. */
final class Match {
  private Match() {}

  static boolean matches(Subscription subscription, Change change) {
    return in(subscription.subjects(), change.subject())
        && in(subscription.kinds(), change.kind())
        && in(subscription.severities(), change.severity())
        && (change.item() == null || in(subscription.tiers(), change.item().tier()))
        && movedEnough(subscription, change)
        && (subscription.origins() == null
            || change.independentOrigins() >= subscription.origins());
  }

  private static boolean movedEnough(Subscription subscription, Change change) {
    return subscription.daysMoved() == null
        || change.daysMoved() == null
        || Math.abs(change.daysMoved()) >= subscription.daysMoved();
  }

  private static <T> boolean in(List<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
