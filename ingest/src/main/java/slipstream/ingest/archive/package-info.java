/** Folders and files of news items, read on as they grow. */
@NullMarked
package slipstream.ingest.archive;

import org.jspecify.annotations.NullMarked;
