/**
 * Pure text work: no Kafka, no clock, no I/O. The same item and watchlist give the same reading.
 */
@NullMarked
package slipstream.analysis;

import org.jspecify.annotations.NullMarked;
