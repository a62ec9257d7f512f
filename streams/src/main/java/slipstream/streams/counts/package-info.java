/** Running counts by publication. */
@NullMarked
package slipstream.streams.counts;

import org.jspecify.annotations.NullMarked;
