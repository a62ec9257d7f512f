/**
 * Throughput, latency, gaps and size of the topology, measured with the broker in a JVM of its own.
 */
@NullMarked
package slipstream.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
