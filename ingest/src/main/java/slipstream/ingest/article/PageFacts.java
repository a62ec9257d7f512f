package slipstream.ingest.article;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.kafka.Json;
import slipstream.ingest.feed.FeedDates;

/**
 * What a page says of itself, apart from its text.
 *
 * @param url canonical address
 * @param published with the place it was read from
 */
record PageFacts(
    @Nullable String url,
    @Nullable String title,
    @Nullable String author,
    @Nullable String outlet,
    @Nullable String language,
    @Nullable Publication published) {

  static PageFacts of(Document page, @Nullable String url) {
    var data = linkedData(page);
    String canonical = attribute(page, "link[rel=canonical]", "abs:href");
    return new PageFacts(
        canonical == null ? url : canonical,
        title(page, data),
        first(named(data, "author"), meta(page, "author", "article:author")),
        first(meta(page, "og:site_name", "application-name"), named(data, "publisher")),
        attribute(page, "html[lang]", "lang"),
        published(page, data));
  }

  private static @Nullable String title(Document page, List<JsonNode> data) {
    String title = first(text(data, "headline"), meta(page, "og:title", "twitter:title"));
    if (title != null) return title;
    Element heading = page.selectFirst("h1");
    return heading == null || heading.text().isBlank() ? blank(page.title()) : heading.text();
  }

  private static @Nullable Publication published(Document page, List<JsonNode> data) {
    var found = FeedDates.publication(text(data, "datePublished"), Provenance.JSON_LD);
    if (found != null) return found;
    String meta =
        meta(
            page,
            "article:published_time",
            "datePublished",
            "date",
            "dc.date",
            "dcterms.created",
            "pubdate",
            "publishdate",
            "parsely-pub-date",
            "sailthru.date");
    found = FeedDates.publication(meta, Provenance.META);
    if (found != null) return found;
    return FeedDates.publication(attribute(page, "time[datetime]", "datetime"), Provenance.TEXT);
  }

  private static List<JsonNode> linkedData(Document page) {
    var nodes = new ArrayList<JsonNode>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      collect(parsed(script.data()), nodes, 0);
    }
    return nodes;
  }

  private static @Nullable JsonNode parsed(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static void collect(@Nullable JsonNode node, List<JsonNode> nodes, int depth) {
    if (node == null || depth > 4) return;
    if (node.isArray()) node.forEach(child -> collect(child, nodes, depth + 1));
    if (!node.isObject()) return;
    if (node.path("@type").toString().matches(".*(Article|Posting|Report).*")) nodes.add(node);
    collect(node.get("@graph"), nodes, depth + 1);
  }

  private static @Nullable String text(List<JsonNode> data, String field) {
    for (JsonNode node : data) {
      String value = blank(node.path(field).asText(""));
      if (value != null) return value;
    }
    return null;
  }

  private static @Nullable String named(List<JsonNode> data, String field) {
    for (JsonNode node : data) {
      JsonNode value = node.path(field);
      JsonNode one = value.isArray() && !value.isEmpty() ? value.get(0) : value;
      String name = blank(one.isTextual() ? one.asText() : one.path("name").asText(""));
      if (name != null) return name;
    }
    return null;
  }

  private static @Nullable String meta(Document page, String... names) {
    for (String name : names) {
      for (Element meta : page.getElementsByTag("meta")) {
        String content = isNamed(meta, name) ? blank(meta.attr("content")) : null;
        if (content != null) return content;
      }
    }
    return null;
  }

  private static boolean isNamed(Element meta, String name) {
    return name.equalsIgnoreCase(meta.attr("name"))
        || name.equalsIgnoreCase(meta.attr("property"))
        || name.equalsIgnoreCase(meta.attr("itemprop"));
  }

  private static @Nullable String attribute(Document page, String query, String attribute) {
    Element element = page.selectFirst(query);
    return element == null ? null : blank(element.attr(attribute));
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
