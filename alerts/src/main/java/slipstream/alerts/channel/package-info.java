/** How a notice reaches a receiver: one small class for each kind of channel. */
@NullMarked
package slipstream.alerts.channel;

import org.jspecify.annotations.NullMarked;
