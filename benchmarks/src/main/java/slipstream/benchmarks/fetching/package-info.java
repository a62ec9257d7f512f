/** Ingest under load: many feeds under many names on one local server. */
@NullMarked
package slipstream.benchmarks.fetching;

import org.jspecify.annotations.NullMarked;
