package slipstream.ingest.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.config.Source;
import slipstream.ingest.Items;
import slipstream.ingest.article.PlainText;
import slipstream.ingest.feed.Feed;
import slipstream.ingest.feed.FeedDates;
import slipstream.ingest.feed.FeedEntry;

/** Makes items of the entries of a feed. */
final class FeedItems {
  private FeedItems() {}

  /** The item of an entry; null when it has no words. */
  static @Nullable NewsItem of(
      Source source, Feed feed, FeedEntry entry, Identity identity, Instant now) {
    String text = Items.clean(PlainText.ofMarkup(longer(entry.content(), entry.summary())));
    String title = title(entry, text);
    if (title.isEmpty()) return null;
    var published = Items.plausible(published(entry), now);
    return new NewsItem(
        id(source, entry, identity, title, text),
        Items.version(title, text, published),
        source.id(),
        outlet(source, feed),
        source.tier(),
        entry.link(),
        title,
        text,
        source.language() == null ? feed.language() : source.language(),
        entry.author(),
        published,
        source.sample());
  }

  private static String title(FeedEntry entry, String text) {
    String title = Items.cleanTitle(PlainText.ofMarkup(entry.title() == null ? "" : entry.title()));
    if (!title.isEmpty()) return title;
    String first = text.lines().findFirst().orElse("");
    return first.length() > 100 ? first.substring(0, 100) : first;
  }

  private static String longer(@Nullable String one, @Nullable String other) {
    String a = one == null ? "" : one;
    String b = other == null ? "" : other;
    return a.length() >= b.length() ? a : b;
  }

  private static String outlet(Source source, Feed feed) {
    if (source.outlet() != null) return source.outlet();
    return feed.title() == null ? source.id() : PlainText.ofMarkup(feed.title());
  }

  private static @Nullable Publication published(FeedEntry entry) {
    var published = FeedDates.publication(entry.published(), Provenance.FEED);
    return published == null ? FeedDates.publication(entry.updated(), Provenance.FEED) : published;
  }

  private static String id(
      Source source, FeedEntry entry, Identity identity, String title, String text) {
    if (identity == Identity.URL && entry.link() != null) return Items.idOfUrl(entry.link());
    if (identity != Identity.TEXT && entry.id() != null) {
      return Items.idOfGuid(source.id(), entry.id());
    }
    return Items.idOfText(title, text);
  }
}
