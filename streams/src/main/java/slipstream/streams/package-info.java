/**
 * The Kafka Streams part: from news items to mentions, claims, outlooks, changes and counts,
 * exactly once, in publication order, replayable.
 */
@NullMarked
package slipstream.streams;

import org.jspecify.annotations.NullMarked;
