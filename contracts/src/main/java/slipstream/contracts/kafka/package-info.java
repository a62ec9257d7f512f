/** How the records travel: topics, keys, partitioners, serdes, and what every client shares. */
@NullMarked
package slipstream.contracts.kafka;

import org.jspecify.annotations.NullMarked;
