/** The main job: all roles in one process on the embedded Kafka. */
@NullMarked
package slipstream.app.run;

import org.jspecify.annotations.NullMarked;
