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
        && in(subscription.severities(), change.severity());
  }

  private static <T> boolean in(List<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
