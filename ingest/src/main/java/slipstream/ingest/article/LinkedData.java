package slipstream.ingest.article;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.kafka.Json;

/**
 * What a page says in JSON-LD of the article on it, in the vocabulary of schema.org.
 *
 * @param nodes surest first: articles, then pages
 */
record LinkedData(List<JsonNode> nodes) {
  private static final Pattern ARTICLE = Pattern.compile("Article|Posting|Report");
  private static final Pattern PAGE = Pattern.compile("WebPage|HowTo|Recipe|Review|Guide");
  private static final List<String> NESTED =
      List.of("@graph", "mainEntity", "mainEntityOfPage", "blogPost");
  private static final int MAX_DEPTH = 4;

  static LinkedData of(List<Element> scripts) {
    var articles = new ArrayList<JsonNode>();
    var pages = new ArrayList<JsonNode>();
    for (Element script : scripts) {
      if (script.attr("type").strip().equalsIgnoreCase("application/ld+json")) {
        collect(parsed(script.data()), articles, pages, 0);
      }
    }
    articles.addAll(pages);
    return new LinkedData(articles);
  }

  private static @Nullable JsonNode parsed(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static void collect(
      @Nullable JsonNode node, List<JsonNode> articles, List<JsonNode> pages, int depth) {
    if (node == null || depth > MAX_DEPTH) return;
    if (node.isArray()) node.forEach(child -> collect(child, articles, pages, depth + 1));
    if (!node.isObject()) return;
    String type = node.path("@type").toString();
    if (ARTICLE.matcher(type).find()) {
      articles.add(node);
    } else if (PAGE.matcher(type).find()) {
      pages.add(node);
    }
    for (String field : NESTED) collect(node.get(field), articles, pages, depth + 1);
  }

  /** The first text that a field has; null when none has it. */
  @Nullable String text(String field) {
    for (JsonNode node : nodes) {
      String value = node.path(field).asText("");
      if (!value.isBlank()) return value.strip();
    }
    return null;
  }

  /** The name of the first person or organisation in a field; null when there is none. */
  @Nullable String named(String field) {
    for (JsonNode node : nodes) {
      JsonNode value = node.path(field);
      JsonNode one = value.isArray() && !value.isEmpty() ? value.get(0) : value;
      String name = one.isTextual() ? one.asText() : one.path("name").asText("");
      if (!name.isBlank()) return name.strip();
    }
    return null;
  }
}
