/** What the log tells of the past, for the commands that look back or rebuild it. */
@NullMarked
package slipstream.app.past;

import org.jspecify.annotations.NullMarked;
