package slipstream.ingest.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;
import slipstream.contracts.config.Source;
import slipstream.ingest.CursorDraft;
import slipstream.ingest.Items;
import slipstream.ingest.Urls;
import slipstream.ingest.feed.FeedEntry;

/**
 * What is news in a document of a source: items where the list holds their text, else the addresses
 * of articles that are new or may have been edited, and further documents.
 */
final class Findings {
  /** Entries may fall out of an answer and come back: so many are remembered beyond it. */
  private static final int REMEMBERED = 100;

  /** As long as the longest list of articles. */
  private static final int ARTICLES_REMEMBERED = SitemapForm.MAX_ENTRIES;

  /** Bounds the cursor; the rest is found when these are read. */
  private static final int MAX_UNREAD = 200;

  /** Articles read again after one look at the list: some sites date all their pages today. */
  private static final int MAX_EDITS = 20;

  private static final int MAX_DOCUMENTS = 50;

  /** A chain of pages that never ends is left here. */
  private static final int MOST_DOCUMENTS = 1_000;

  private final Source source;
  private final Cursor cursor;
  private final @Nullable Identity identity;
  private final Instant now;
  private final List<NewsItem> fresh = new ArrayList<>();
  private final Map<String, String> listed = new LinkedHashMap<>();
  private final Map<String, Integer> unread = new LinkedHashMap<>();
  private final Map<String, Integer> documents = new LinkedHashMap<>();
  private int duplicates;
  private int rejected;
  private int edits;
  private boolean more;

  private Findings(Source source, Cursor cursor, @Nullable Identity identity, Instant now) {
    this.source = source;
    this.cursor = cursor;
    this.identity = identity;
    this.now = now;
  }

  static Findings of(Source source, Cursor cursor, Listing listing, Instant now) {
    var entries = listing.feed().entries();
    Identity identity = Identity.pinned(source, cursor);
    if (identity == null && !entries.isEmpty()) identity = Identity.choose(entries);
    var findings = new Findings(source, cursor, identity, now);
    boolean articles = readsArticles(source);
    for (int i = 0; i < entries.size(); i++) {
      FeedEntry entry = entries.get(i);
      String link = articles ? findings.ownLink(entry) : null;
      if (link != null) {
        findings.addArticle(entry, link, i);
      } else if (isBare(source)) {
        findings.rejected++;
      } else {
        findings.addItem(listing, entry);
      }
    }
    listing.documents().forEach(findings::addDocument);
    return findings;
  }

  /** Lists that hold no text, and others where it is asked for: the articles have it. */
  private static boolean readsArticles(Source source) {
    String asked = source.select().getOrDefault("article", String.valueOf(isBare(source)));
    return Boolean.parseBoolean(asked);
  }

  private static boolean isBare(Source source) {
    return source.kind() == Source.Kind.PAGE || source.kind() == Source.Kind.SITEMAP;
  }

  /** Items of the list itself. */
  List<NewsItem> fresh() {
    return fresh;
  }

  int duplicates() {
    return duplicates;
  }

  int rejected() {
    return rejected;
  }

  /** True when there was more than one turn can take in: the document must be read again. */
  boolean hasMore() {
    return more;
  }

  /** Share of the entries that were known; 1 for an empty list. */
  double knownShare() {
    int all = fresh.size() + unread.size() + duplicates;
    return all == 0 ? 1 : (double) duplicates / all;
  }

  /** Puts what was found into the next cursor; articles come before further documents. */
  void into(CursorDraft draft) {
    draft.identity = identity == null ? null : identity.label();
    draft.seen = remembered(draft.seen);
    var pending = new LinkedHashMap<>(unread);
    draft.pending.forEach(pending::putIfAbsent);
    documents.forEach(pending::putIfAbsent);
    draft.pending = pending;
    draft.published(fresh.stream().filter(i -> i.published() != null).map(i -> i.published().at()));
  }

  /** An address within the source's domain, whose pace its owner keeps; null = none. */
  private @Nullable String ownLink(FeedEntry entry) {
    String link = entry.link();
    String host = link == null ? null : Urls.host(link);
    String own = Urls.host(source.location());
    boolean same = host != null && own != null && Urls.domain(host).equals(Urls.domain(own));
    return same ? link : null;
  }

  private void addItem(Listing listing, FeedEntry entry) {
    NewsItem item =
        identity == null ? null : FeedItems.of(source, listing.feed(), entry, identity, now);
    if (item == null) {
      rejected++;
    } else if (listed.put(item.id(), item.version()) != null
        || item.version().equals(cursor.seen().get(item.id()))) {
      duplicates++;
    } else {
      fresh.add(item);
    }
  }

  private void addArticle(FeedEntry entry, String link, int position) {
    String id = Items.idOfUrl(link);
    if (listed.containsKey(id)) return;
    Seen before = Seen.of(cursor.seen().get(id));
    String mark = mark(entry.updated(), position < MAX_EDITS);
    boolean room = unread.size() < MAX_UNREAD;
    if (before == null) {
      more |= !room;
      if (room) addUnread(link, id, new Seen("", mark));
    } else if (isEdit(entry, before, mark) && room && edits < MAX_EDITS) {
      edits++;
      addUnread(link, id, new Seen(before.version(), mark));
    } else {
      duplicates++;
      listed.put(id, before.stored());
    }
  }

  private void addUnread(String link, String id, Seen seen) {
    unread.put(link, 0);
    listed.put(id, seen.stored());
  }

  /** What once was no article is looked at again only when the list says that it has changed. */
  private static boolean isEdit(FeedEntry entry, Seen before, String mark) {
    if (mark.isEmpty() || mark.equals(before.mark())) return false;
    return entry.updated() != null || !before.version().equals(PendingTurn.DISMISSED);
  }

  private void addDocument(Listing.Document document) {
    String key = Seen.documentKey(document.url());
    Seen before = Seen.of(cursor.seen().get(key));
    if (before == null ? isEndless() : before.mark().equals(document.mark())) return;
    boolean room = documents.size() < MAX_DOCUMENTS;
    more |= !room;
    if (!room) return;
    documents.put(document.url(), 0);
    listed.put(key, new Seen("", document.mark()).stored());
  }

  private boolean isEndless() {
    return cursor.seen().keySet().stream().filter(Seen::isDocument).count() >= MOST_DOCUMENTS;
  }

  /** By its date in the list; where there is none, the first of the list are looked at daily. */
  private String mark(@Nullable String updated, boolean daily) {
    if (updated != null) return Integer.toHexString(updated.hashCode());
    return daily ? Long.toString(LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay()) : "";
  }

  private Map<String, String> remembered(Map<String, String> before) {
    var all = new LinkedHashMap<>(before);
    all.keySet().removeAll(listed.keySet());
    long others = all.keySet().stream().filter(key -> !Seen.isDocument(key)).count();
    long least = isBare(source) ? ARTICLES_REMEMBERED : REMEMBERED;
    long drop = others - Math.max(least, 2L * listed.size());
    var oldest = all.keySet().iterator();
    while (drop > 0) {
      if (Seen.isDocument(oldest.next())) continue;
      oldest.remove();
      drop--;
    }
    all.putAll(listed);
    return all;
  }
}
