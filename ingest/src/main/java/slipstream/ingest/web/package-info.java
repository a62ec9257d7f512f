/** Sources on the web: feeds, sitemaps, list pages and APIs, polled by one set of rules. */
@NullMarked
package slipstream.ingest.web;

import org.jspecify.annotations.NullMarked;
