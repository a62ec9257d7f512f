package slipstream.ingest.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.feed.Feed;
import slipstream.ingest.feed.FeedEntry;

/**
 * What one document of a source lists.
 *
 * @param feed its entries
 * @param documents further documents of the source that it leads to
 */
record Listing(Feed feed, List<Document> documents) {
  /**
   * A further document.
   *
   * @param mark changes when it should be read again; empty = never
   */
  record Document(String url, String mark) {}

  /** Entries without a feed around them. */
  static Listing of(List<FeedEntry> entries) {
    return of(entries, List.of());
  }

  static Listing of(List<FeedEntry> entries, List<Document> documents) {
    var feed = new Feed(null, null, null, null, null, null, null, null, null, List.copyOf(entries));
    return new Listing(feed, documents);
  }

  /** A feed, and the older document that it names. */
  static Listing of(Feed feed, @Nullable String older) {
    return new Listing(feed, older == null ? List.of() : List.of(new Document(older, "")));
  }
}
