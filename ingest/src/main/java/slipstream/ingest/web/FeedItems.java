package slipstream.ingest.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.config.Source;
import slipstream.ingest.Items;
import slipstream.ingest.article.PlainText;
import slipstream.ingest.feed.Feed;
import slipstream.ingest.feed.FeedDates;
import slipstream.ingest.feed.FeedEntry;

/**
 * What of a feed is news: entries that were not there before, or changed since.
 *
 * @param fresh new items and new versions
 * @param seen id to version of what the feed holds now, and before
 * @param identity what tells its entries apart
 * @param duplicates entries known already
 * @param rejected entries without words
 * @param newest publication; null = none known
 * @param gaps seconds between its newest items
 * @param unread addresses of articles that are to be fetched for their text
 */
record FeedItems(
    List<NewsItem> fresh,
    Map<String, String> seen,
    Identity identity,
    int duplicates,
    int rejected,
    @Nullable Instant newest,
    List<Long> gaps,
    List<String> unread) {
  /** Entries may fall out of an answer and come back: so many are remembered beyond it. */
  private static final int REMEMBERED = 1_000;

  private static final int GAPS = 20;
  private static final int MAX_UNREAD = 50;

  /** What tells the entries of a feed apart, chosen once: changing it would double every item. */
  enum Identity {
    URL,
    GUID,
    TEXT;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Identity of(@Nullable String label) {
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

  static FeedItems of(Source source, Cursor cursor, Feed feed, Instant now) {
    Identity pinned = Identity.of(source.select().getOrDefault("identity", cursor.identity()));
    Identity identity = pinned == null ? Identity.choose(feed.entries()) : pinned;
    if (readsArticles(source)) return links(cursor, feed);
    var fresh = new ArrayList<NewsItem>();
    var seen = new LinkedHashMap<String, String>();
    int rejected = 0;
    int known = 0;
    for (FeedEntry entry : feed.entries()) {
      NewsItem item = item(source, feed, entry, identity, now);
      if (item == null) {
        rejected++;
      } else if (seen.put(item.id(), item.version()) != null
          || item.version().equals(cursor.seen().get(item.id()))) {
        known++;
      } else {
        fresh.add(item);
      }
    }
    var times = times(cursor, fresh);
    Instant newest = times.isEmpty() ? null : times.get(times.size() - 1);
    var all = remembered(cursor.seen(), seen);
    return new FeedItems(
        fresh, all, identity, known, rejected, newest, gaps(cursor, times), List.of());
  }

  /** Lists that hold no text, and others where it is asked for: the articles have it. */
  private static boolean readsArticles(Source source) {
    boolean bare = source.kind() == Source.Kind.PAGE || source.kind() == Source.Kind.SITEMAP;
    return Boolean.parseBoolean(source.select().getOrDefault("article", String.valueOf(bare)));
  }

  /** Articles not yet read; those waiting already are in {@code seen} once they were read. */
  private static FeedItems links(Cursor cursor, Feed feed) {
    var unread = new LinkedHashMap<String, String>();
    int known = 0;
    for (FeedEntry entry : feed.entries()) {
      if (entry.link() == null) continue;
      String id = Items.idOfUrl(entry.link());
      if (cursor.seen().containsKey(id)) {
        known++;
      } else if (unread.size() < MAX_UNREAD) {
        unread.putIfAbsent(id, entry.link());
      }
    }
    return new FeedItems(
        List.of(),
        remembered(cursor.seen(), Map.of()),
        Identity.URL,
        known,
        0,
        cursor.newestItem(),
        cursor.gaps(),
        List.copyOf(unread.values()));
  }

  private static List<Instant> times(Cursor cursor, List<NewsItem> fresh) {
    var times = new ArrayList<Instant>();
    if (cursor.newestItem() != null) times.add(cursor.newestItem());
    for (NewsItem item : fresh) if (item.published() != null) times.add(item.published().at());
    times.sort(null);
    return times;
  }

  /** Share of the entries that were known; 1 for an empty feed. */
  double knownShare() {
    int all = fresh.size() + unread.size() + duplicates;
    return all == 0 ? 1 : (double) duplicates / all;
  }

  private static @Nullable NewsItem item(
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

  private static Map<String, String> remembered(
      Map<String, String> before, Map<String, String> now) {
    var all = new LinkedHashMap<>(before);
    all.keySet().removeAll(now.keySet());
    int drop = all.size() - REMEMBERED;
    var oldest = all.keySet().iterator();
    for (int i = 0; i < drop; i++) {
      oldest.next();
      oldest.remove();
    }
    all.putAll(now);
    return all;
  }

  private static List<Long> gaps(Cursor cursor, List<Instant> sorted) {
    var gaps = new ArrayList<>(cursor.gaps());
    for (int i = 1; i < sorted.size(); i++) {
      gaps.add(Duration.between(sorted.get(i - 1), sorted.get(i)).toSeconds());
    }
    return gaps.subList(Math.max(0, gaps.size() - GAPS), gaps.size());
  }
}
