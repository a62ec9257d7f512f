/** To be described. */
@NullMarked
package slipstream.streams;

import org.jspecify.annotations.NullMarked;
