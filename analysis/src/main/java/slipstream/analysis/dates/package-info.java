/** Date and period expressions in news text, and the windows of days they mean. */
@NullMarked
package slipstream.analysis.dates;

import org.jspecify.annotations.NullMarked;
