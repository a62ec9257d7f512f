/** From mentions to claims, outlooks and changes. */
@NullMarked
package slipstream.streams.ledger;

import org.jspecify.annotations.NullMarked;
