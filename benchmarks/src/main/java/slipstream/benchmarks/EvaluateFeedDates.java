package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import slipstream.contracts.kafka.Json;
import slipstream.ingest.feed.FeedDates;

/** Reads the dates of feeds: [{input}] in, {input: UTC or null} out. */
@Command(name = "feed-dates", description = "Dates as feeds write them.")
final class EvaluateFeedDates implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var results = new LinkedHashMap<String, @Nullable String>();
    for (JsonNode date : Json.MAPPER.readTree(in.toFile())) {
      String input = date.path("input").asText();
      Instant at = FeedDates.instant(input);
      results.put(input, at == null ? null : at.toString());
    }
    Json.MAPPER.writeValue(out.toFile(), results);
    return 0;
  }
}
