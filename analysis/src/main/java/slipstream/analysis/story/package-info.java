/** Stories: near-identical copies of one article across outlets, found by what they say. */
@NullMarked
package slipstream.analysis.story;

import org.jspecify.annotations.NullMarked;
