/** Feeds: their formats, dates and the source kind that polls them. */
@NullMarked
package slipstream.ingest.feed;

import org.jspecify.annotations.NullMarked;
