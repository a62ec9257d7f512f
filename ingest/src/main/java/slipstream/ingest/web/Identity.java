package slipstream.ingest.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.ingest.feed.FeedEntry;

/** What tells the entries of a feed apart, chosen once: changing it would double every item. */
enum Identity {
  URL,
  GUID,
  TEXT;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the operator, else an earlier poll, has settled on; null = nothing yet. */
  static @Nullable Identity pinned(Source source, Cursor cursor) {
    String label = source.select().getOrDefault("identity", cursor.identity());
    for (Identity identity : values()) if (identity.label().equals(label)) return identity;
    return null;
  }

  /** Links where every entry has one of its own, else guids where these do, else the words. */
  static Identity choose(List<FeedEntry> entries) {
    var links = new HashSet<String>();
    var guids = new HashSet<String>();
    for (FeedEntry entry : entries) {
      if (entry.link() != null) links.add(entry.link());
      if (entry.id() != null) guids.add(entry.id());
    }
    if (links.size() == entries.size()) return URL;
    return guids.size() == entries.size() ? GUID : TEXT;
  }
}
