/** To be described. */
@NullMarked
package slipstream.web;

import org.jspecify.annotations.NullMarked;
