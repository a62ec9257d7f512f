/** Copies of one item, folded into stories. */
@NullMarked
package slipstream.streams.story;

import org.jspecify.annotations.NullMarked;
