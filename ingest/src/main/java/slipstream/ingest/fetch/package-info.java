/** Fetching from the web: polite, guarded, bounded. */
@NullMarked
package slipstream.ingest.fetch;

import org.jspecify.annotations.NullMarked;
