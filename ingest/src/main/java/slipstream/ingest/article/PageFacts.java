package slipstream.ingest.article;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Publication;
import slipstream.contracts.kafka.Json;

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
    String address = canonical == null ? url : canonical;
    String site = first(meta(page, "og:site_name"), named(data, "publisher"));
    var said =
        Arrays.asList(text(data, "headline"), meta(page, "og:title"), meta(page, "twitter:title"));
    return new PageFacts(
        address,
        PageTitle.of(page, said, site),
        first(named(data, "author"), meta(page, "author", "article:author")),
        site,
        attribute(page, "html[lang]", "lang"),
        PageDate.of(page, text(data, "datePublished"), address));
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

  /** Content of the first meta element that has one of the names. */
  static @Nullable String meta(Document page, String... names) {
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
