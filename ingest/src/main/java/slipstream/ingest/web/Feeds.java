package slipstream.ingest.web;

import java.util.List;
import slipstream.ingest.feed.Feed;
import slipstream.ingest.feed.FeedEntry;

/** Lists of entries that say nothing of themselves. */
final class Feeds {
  private Feeds() {}

  static Feed of(List<FeedEntry> entries) {
    return new Feed(null, null, null, null, null, null, null, null, null, List.copyOf(entries));
  }
}
