/** How a text speaks of something watched. */
@NullMarked
package slipstream.analysis.sentiment;

import org.jspecify.annotations.NullMarked;
