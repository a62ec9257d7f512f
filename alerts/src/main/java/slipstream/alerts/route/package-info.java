/** Who is told of a change, and when. */
@NullMarked
package slipstream.alerts.route;

import org.jspecify.annotations.NullMarked;
