/** The embedded Kafka as a supervised child process. */
@NullMarked
package slipstream.app.broker;

import org.jspecify.annotations.NullMarked;
