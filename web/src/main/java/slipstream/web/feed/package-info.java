/** What is held as feeds that other programs subscribe to: Atom and iCalendar. */
@NullMarked
package slipstream.web.feed;

import org.jspecify.annotations.NullMarked;
