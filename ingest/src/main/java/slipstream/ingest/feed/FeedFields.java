package slipstream.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.Urls;

/** The fields of a feed or an entry, by the names that each format has for them. */
final class FeedFields {
  private static final int MAX_PERIOD = 31;

  private final Xml xml;
  private final @Nullable String base;

  /**
   * @param base address that relative links start from
   */
  FeedFields(Xml xml, @Nullable String base) {
    this.xml = xml;
    this.base = resolve(base, xml.attribute("xml:base"));
  }

  /** The address that links of entries within start from. */
  @Nullable String base() {
    return base;
  }

  Feed feed(List<FeedEntry> entries) {
    return new Feed(
        text("title", "dc:title"),
        link(),
        id(),
        text(
            "description",
            "subtitle",
            "tagline",
            "abstract",
            "dc:description",
            "itunes:summary",
            "itunes:subtitle"),
        text("pubdate", "published", "dcterms:issued", "issued", "dcterms:created"),
        text("updated", "modified", "lastbuilddate", "dcterms:modified", "dc:date"),
        text("language", "dc:language"),
        ttl(),
        older(),
        entries);
  }

  FeedEntry entry() {
    return new FeedEntry(
        text("title", "dc:title", "media:title", "itunes:title"),
        link(),
        id(),
        text("pubdate", "published", "dcterms:issued", "issued", "created", "dcterms:created"),
        text(
            "updated", "modified", "dcterms:modified", "dc:date", "dcterms:date", "expirationdate"),
        text(
            "description",
            "summary",
            "abstract",
            "dc:description",
            "media:description",
            "itunes:summary",
            "itunes:subtitle",
            "fullitem"),
        content(),
        author());
  }

  /** Who writes a summary beside a description has two texts: the second one is more of it. */
  private @Nullable String content() {
    String content = text("content:encoded", "content", "xhtml:body", "body", "xhtml:div");
    return content != null || text("description") == null ? content : text("summary");
  }

  private @Nullable String text(String... names) {
    for (String name : names) {
      for (Xml child : xml.children()) {
        if (!child.key.equals(name)) continue;
        String text = Markup.safe(value(child)).strip();
        if (!text.isEmpty()) return text;
      }
    }
    return null;
  }

  private static String value(Xml child) {
    if (child.hasElements()) return child.markup();
    String text = child.text();
    String type = child.attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT);
    boolean encoded =
        "base64".equals(child.attribute("mode")) || type.equals("application/octet-stream");
    return encoded ? Markup.fromBase64(text) : text;
  }

  private @Nullable String id() {
    String id = text("guid", "id", "dc:identifier");
    if (id == null) return xml.attribute("rdf:about");
    return id.startsWith("/") ? resolve(base, id) : id;
  }

  private @Nullable String author() {
    for (Xml child : xml.children()) {
      if (!child.name.equals("author") && !child.name.equals("creator")) continue;
      Xml name = child.child(child.space, "name");
      String text = (name == null ? child.text() : name.text()).strip();
      if (!text.isEmpty()) return text;
    }
    return null;
  }

  /** Atom: the first alternate; RSS: the last link; else a guid that is one. */
  private @Nullable String link() {
    String linked = linked("alternate");
    if (linked != null) return linked;
    String last = null;
    for (Xml child : xml.children()) {
      if (!child.key.equals("link")) continue;
      String rel = child.attribute("rel");
      boolean alternate = rel == null || rel.equals("alternate");
      if (alternate && !child.text().isBlank()) last = child.text().strip();
    }
    if (last != null) return resolve(base(child("link")), last);
    String href = xml.attribute("href");
    if (href != null) return resolve(base, href);
    Xml guid = child("guid");
    if (guid == null || "false".equals(guid.attribute("ispermalink"))) return null;
    String permanent = guid.text().strip();
    return permanent.matches("https?://\\S+") ? permanent : null;
  }

  /** RFC 5005: the archive before this document, or the next page. */
  private @Nullable String older() {
    String archive = linked("prev-archive");
    return archive == null ? linked("next") : archive;
  }

  private @Nullable String linked(String rel) {
    for (Xml child : xml.children()) {
      if (!child.name.equals("link")) continue;
      String href = child.attribute("href");
      String kind = child.attribute("rel");
      if (href != null && rel.equals(kind == null ? "alternate" : kind)) {
        return resolve(base(child), href);
      }
    }
    return null;
  }

  private @Nullable Xml child(String name) {
    for (Xml child : xml.children()) if (child.name.equals(name)) return child;
    return null;
  }

  private @Nullable String base(@Nullable Xml child) {
    return child == null ? base : resolve(base, child.attribute("xml:base"));
  }

  private static @Nullable String resolve(@Nullable String base, @Nullable String link) {
    if (link == null) return base;
    if (base == null || link.startsWith("http://") || link.startsWith("https://")) return link;
    URI target = Urls.parse(link);
    URI from = Urls.parse(base);
    if (target == null || from == null || target.isAbsolute() || from.isOpaque()) return link;
    return from.resolve(target).toString();
  }

  /** RSS: minutes; syndication module: so many times a period. */
  private @Nullable Duration ttl() {
    String minutes = text("ttl");
    if (minutes != null && minutes.matches("\\d{1,6}")) {
      return Duration.ofMinutes(Long.parseLong(minutes));
    }
    String period = text("sy:updateperiod");
    if (period == null) return null;
    String times = text("sy:updatefrequency");
    long frequency = times != null && times.matches("\\d{1,4}") ? Long.parseLong(times) : 1;
    long days =
        switch (period.toLowerCase(Locale.ROOT)) {
          case "daily" -> 1;
          case "weekly" -> 7;
          case "monthly", "yearly" -> MAX_PERIOD;
          default -> 0;
        };
    Duration whole = days == 0 ? Duration.ofHours(1) : Duration.ofDays(days);
    return whole.dividedBy(Math.max(1, frequency));
  }
}
