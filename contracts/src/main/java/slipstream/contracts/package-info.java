/** The records that travel on Slipstream's topics. JSON on the wire; fields are only ever added. */
@NullMarked
package slipstream.contracts;

import org.jspecify.annotations.NullMarked;
