/** One class a command: options in, services started, words for people out. */
@NullMarked
package slipstream.app.cli;

import org.jspecify.annotations.NullMarked;
