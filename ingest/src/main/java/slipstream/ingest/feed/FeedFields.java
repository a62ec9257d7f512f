package slipstream.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.Urls;

/** The fields of a feed or an entry, by the names that each format has for them. */
final class FeedFields {
  private final Xml xml;
  private final @Nullable String url;

  FeedFields(Xml xml, @Nullable String url) {
    this.xml = xml;
    this.url = url;
  }

  Feed feed(List<FeedEntry> entries) {
    return new Feed(
        text("title"),
        link("alternate"),
        text("id"),
        text("description", "subtitle", "tagline"),
        text("pubdate", "published", "issued"),
        text("updated", "modified", "lastbuilddate", "dc:date"),
        text("language", "dc:language"),
        ttl(),
        link("next"),
        entries);
  }

  FeedEntry entry() {
    return new FeedEntry(
        text("title", "dc:title", "media:title"),
        link("alternate"),
        text("guid", "id"),
        text("pubdate", "published", "issued", "created", "dcterms:created", "dcterms:issued"),
        text("updated", "modified", "dc:date", "dcterms:modified"),
        text("description", "summary", "dc:description", "media:description"),
        text("content:encoded", "content"),
        author());
  }

  private @Nullable String text(String... names) {
    for (String name : names) {
      for (Xml child : xml.children()) {
        if (!is(child, name)) continue;
        String text = value(child);
        if (!text.isBlank()) return text.strip();
      }
    }
    return null;
  }

  private static boolean is(Xml child, String name) {
    int colon = name.indexOf(':');
    if (colon >= 0) {
      return child.space.equals(name.substring(0, colon))
          && child.name.equals(name.substring(colon + 1));
    }
    return child.name.equals(name) && (child.space.isEmpty() || child.space.equals("atom"));
  }

  private static String value(Xml child) {
    return child.hasElements() ? child.markup() : child.text();
  }

  private @Nullable String author() {
    for (Xml child : xml.children()) {
      if (!child.name.equals("author") && !child.name.equals("creator")) continue;
      Xml name = child.child(child.space, "name");
      String text = name == null ? child.text() : name.text();
      if (!text.isBlank()) return text.strip();
    }
    return null;
  }

  private @Nullable String link(String rel) {
    for (Xml child : xml.children()) {
      if (!child.name.equals("link")) continue;
      String href = child.attribute("href");
      String kind = child.attribute("rel");
      if (href != null && rel.equals(kind == null ? "alternate" : kind)) return resolve(href);
      if (href == null && rel.equals("alternate") && !child.text().isBlank()) {
        return resolve(child.text().strip());
      }
    }
    return null;
  }

  private String resolve(String link) {
    URI target = Urls.parse(link);
    URI base = url == null ? null : Urls.parse(url);
    return target == null || base == null || target.isAbsolute()
        ? link
        : base.resolve(target).toString();
  }

  /** RSS: minutes; syndication module: so many times a period. */
  private @Nullable Duration ttl() {
    String minutes = text("ttl");
    if (minutes != null && minutes.matches("\\d{1,6}")) {
      return Duration.ofMinutes(Long.parseLong(minutes));
    }
    return null;
  }
}
