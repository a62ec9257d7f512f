/** Kafka's own server classes as one embedded KRaft broker. */
@NullMarked
package slipstream.broker;

import org.jspecify.annotations.NullMarked;
