/** From items to mentions. */
@NullMarked
package slipstream.streams.tag;

import org.jspecify.annotations.NullMarked;
