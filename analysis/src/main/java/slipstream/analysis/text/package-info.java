/** Plain text cut into the pieces that readings speak of. */
@NullMarked
package slipstream.analysis.text;

import org.jspecify.annotations.NullMarked;
