/** The configuration files as records: validated when read, errors name file, line and key. */
@NullMarked
package slipstream.contracts.config;

import org.jspecify.annotations.NullMarked;
