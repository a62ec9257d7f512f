/** Configuration on its way: files, validated, through Kafka, to every role. */
@NullMarked
package slipstream.app.config;

import org.jspecify.annotations.NullMarked;
