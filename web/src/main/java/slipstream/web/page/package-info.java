/** The page as HTML: pure functions of what is held, with no Kafka, clock or I/O. */
@NullMarked
package slipstream.web.page;

import org.jspecify.annotations.NullMarked;
