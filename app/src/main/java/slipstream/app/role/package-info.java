/** The four roles, each started the same way alone in a cluster and together in the main job. */
@NullMarked
package slipstream.app.role;

import org.jspecify.annotations.NullMarked;
