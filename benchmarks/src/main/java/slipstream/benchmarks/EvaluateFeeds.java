package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import slipstream.contracts.kafka.Json;
import slipstream.ingest.feed.Feed;
import slipstream.ingest.feed.FeedDates;
import slipstream.ingest.feed.FeedEntry;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.feed.FeedParser;

/** Parses a folder of feeds: cases.json and files in, {case: feed or error} out. */
@Command(name = "feeds", description = "Fields of feeds.")
final class EvaluateFeeds implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var results = new LinkedHashMap<String, Object>();
    for (JsonNode c : Json.MAPPER.readTree(in.resolve("cases.json").toFile())) {
      byte[] content = Files.readAllBytes(in.resolve(c.path("file").asText()));
      results.put(
          c.path("id").asText(), parsed(content, text(c, "content_type"), text(c, "base_url")));
    }
    Json.MAPPER.writeValue(out.toFile(), results);
    return 0;
  }

  private static Map<String, ?> parsed(
      byte[] content, @Nullable String contentType, @Nullable String url) {
    try {
      return row(FeedParser.parse(content, contentType, url));
    } catch (FeedException e) {
      return Map.of("error", e.reason());
    }
  }

  private static Map<String, @Nullable Object> row(Feed feed) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("title", feed.title());
    row.put("link", feed.link());
    row.put("id", feed.id());
    row.put("description", feed.description());
    row.put("published", date(feed.published()));
    row.put("updated", date(feed.updated()));
    row.put("entries", feed.entries().stream().map(EvaluateFeeds::row).toList());
    return row;
  }

  private static Map<String, @Nullable Object> row(FeedEntry entry) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("title", entry.title());
    row.put("link", entry.link());
    row.put("id", entry.id());
    row.put("published", date(entry.published()));
    row.put("updated", date(entry.updated()));
    row.put("summary", entry.summary());
    row.put("content", entry.content());
    row.put("author", entry.author());
    return row;
  }

  private static @Nullable String date(@Nullable String written) {
    Instant at = FeedDates.instant(written);
    return at == null ? null : at.toString();
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : null;
  }
}
