/** To be described. */
@NullMarked
package slipstream.alerts;

import org.jspecify.annotations.NullMarked;
