/** Release-date claims: who says when a watched subject comes, and what that replaces. */
@NullMarked
package slipstream.analysis.claims;

import org.jspecify.annotations.NullMarked;
