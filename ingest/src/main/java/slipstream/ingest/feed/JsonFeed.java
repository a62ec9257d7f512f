package slipstream.ingest.feed;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.kafka.Json;

/** JSON Feed 1 and 1.1. */
final class JsonFeed {
  private JsonFeed() {}

  static Feed parse(String text, @Nullable String url) throws FeedException {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new FeedException("no feed: broken JSON: " + Json.reason(e));
    }
    if (!root.path("items").isArray()) throw new FeedException("no feed: JSON without items");
    var entries = new ArrayList<FeedEntry>();
    for (JsonNode item : root.path("items")) entries.add(entry(item));
    return new Feed(
        string(root, "title"),
        string(root, "home_page_url"),
        string(root, "feed_url"),
        string(root, "description"),
        null,
        null,
        string(root, "language"),
        null,
        string(root, "next_url"),
        entries);
  }

  private static FeedEntry entry(JsonNode item) {
    String html = string(item, "content_html");
    JsonNode author = item.has("authors") ? item.path("authors").path(0) : item.path("author");
    return new FeedEntry(
        string(item, "title"),
        string(item, "url"),
        string(item, "id"),
        string(item, "date_published"),
        string(item, "date_modified"),
        string(item, "summary"),
        html == null ? string(item, "content_text") : html,
        string(author, "name"));
  }

  private static @Nullable String string(JsonNode node, String field) {
    String value = node.path(field).asText("");
    return value.isBlank() ? null : value.strip();
  }
}
