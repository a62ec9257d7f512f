package slipstream.ingest.web;

import org.jspecify.annotations.Nullable;
import slipstream.ingest.Items;

/**
 * What a cursor remembers of one entry.
 *
 * @param version of the item that it became; empty = not read yet, or it became none
 * @param mark of the state that was found in the list: when that changes, the article is read
 *     again; empty where the list holds the text itself
 */
record Seen(String version, String mark) {
  private static final String DOCUMENT = "doc:";

  /** As it stands in {@link slipstream.contracts.Cursor#seen}; null = never seen. */
  static @Nullable Seen of(@Nullable String stored) {
    if (stored == null) return null;
    int at = stored.indexOf('@');
    return at < 0
        ? new Seen(stored, "")
        : new Seen(stored.substring(0, at), stored.substring(at + 1));
  }

  String stored() {
    return mark.isEmpty() ? version : version + '@' + mark;
  }

  /** The key of a further document of the source: a page of its past, or one of its sitemaps. */
  static String documentKey(String url) {
    return DOCUMENT + Items.idOfUrl(url);
  }

  static boolean isDocument(String key) {
    return key.startsWith(DOCUMENT);
  }
}
