/** The page, the REST API, metrics and health, over HTTP, reading only. */
@NullMarked
package slipstream.web;

import org.jspecify.annotations.NullMarked;
