/** How fast a change travels from its topic to a receiver. */
@NullMarked
package slipstream.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
