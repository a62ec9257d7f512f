/**
 * Phrases by which news speaks of a release, and where they stand in a text: what is looked for is
 * in {@code cues.txt}, {@code sources.txt} and {@code milestones.txt}.
 */
@NullMarked
package slipstream.analysis.cues;

import org.jspecify.annotations.NullMarked;
