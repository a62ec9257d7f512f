package slipstream.ingest.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.config.Source;
import slipstream.contracts.kafka.Json;
import slipstream.ingest.feed.FeedEntry;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.fetch.Answer;

/**
 * JSON by paths: {@code select.items} leads to the list (empty: the answer is the list); {@code
 * title}, {@code link}, {@code id}, {@code date}, {@code text} are paths within an entry, or
 * templates such as {@code https://example.org/{id}}.
 */
final class ApiForm {
  private static final int MAX_ENTRIES = 1_000;
  private static final Pattern FIELD = Pattern.compile("\\{([\\w.-]+)}");

  private ApiForm() {}

  static Listing parse(Answer answer, Source source) throws FeedException {
    JsonNode list;
    try {
      list = at(Json.MAPPER.readTree(answer.body()), source.select().getOrDefault("items", ""));
    } catch (JacksonException e) {
      throw new FeedException("broken JSON: " + Json.reason(e));
    } catch (IOException e) {
      throw new FeedException("broken JSON: " + e.getMessage());
    }
    if (!list.isArray()) throw new FeedException("no list at select.items");
    var entries = new ArrayList<FeedEntry>();
    for (JsonNode item : list) {
      if (entries.size() < MAX_ENTRIES) entries.add(entry(item, source.select()));
    }
    return Listing.of(entries);
  }

  private static FeedEntry entry(JsonNode item, Map<String, String> select) {
    return new FeedEntry(
        value(item, select.getOrDefault("title", "title")),
        value(item, select.getOrDefault("link", "url")),
        value(item, select.getOrDefault("id", "id")),
        value(item, select.getOrDefault("date", "date")),
        null,
        value(item, select.getOrDefault("text", "text")),
        null,
        null);
  }

  private static @Nullable String value(JsonNode item, String path) {
    if (path.indexOf('{') < 0) {
      String text = at(item, path).asText("");
      return text.isBlank() ? null : text;
    }
    Matcher field = FIELD.matcher(path);
    String filled =
        field.replaceAll(m -> Matcher.quoteReplacement(at(item, m.group(1)).asText("")));
    return filled.isBlank() ? null : filled;
  }

  private static JsonNode at(JsonNode node, String path) {
    if (path.isEmpty()) return node;
    return node.at("/" + path.replace('.', '/'));
  }
}
