/** The command line, and everything started together. */
@NullMarked
package slipstream.app;

import org.jspecify.annotations.NullMarked;
