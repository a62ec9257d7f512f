/** What the ledger holds, kept in memory from its compacted topics. */
@NullMarked
package slipstream.web.view;

import org.jspecify.annotations.NullMarked;
