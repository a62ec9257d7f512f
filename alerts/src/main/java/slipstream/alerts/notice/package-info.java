/** What a notice says, for people. */
@NullMarked
package slipstream.alerts.notice;

import org.jspecify.annotations.NullMarked;
