/** Article pages: bytes of HTML to title, text and publication. */
@NullMarked
package slipstream.ingest.article;

import org.jspecify.annotations.NullMarked;
