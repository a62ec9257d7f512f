/** From {@code alerts.changes} to people: subscriptions, a durable outbox, channels. */
@NullMarked
package slipstream.alerts;

import org.jspecify.annotations.NullMarked;
