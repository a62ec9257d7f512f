/** To be described. */
@NullMarked
package slipstream.benchmarks;

import org.jspecify.annotations.NullMarked;
