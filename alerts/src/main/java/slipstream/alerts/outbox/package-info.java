/** The durable outbox: what is still to be sent, and what became of every notice. */
@NullMarked
package slipstream.alerts.outbox;

import org.jspecify.annotations.NullMarked;
