/** To be described. */
@NullMarked
package slipstream.app;

import org.jspecify.annotations.NullMarked;
