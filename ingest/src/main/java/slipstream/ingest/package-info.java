/** To be described. */
@NullMarked
package slipstream.ingest;

import org.jspecify.annotations.NullMarked;
