/** The ledger as a pure fold: claims in, outlook, changes and verdicts out. */
@NullMarked
package slipstream.analysis.ledger;

import org.jspecify.annotations.NullMarked;
