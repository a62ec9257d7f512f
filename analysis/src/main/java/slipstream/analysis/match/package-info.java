/** Where watched names stand in an item. */
@NullMarked
package slipstream.analysis.match;

import org.jspecify.annotations.NullMarked;
