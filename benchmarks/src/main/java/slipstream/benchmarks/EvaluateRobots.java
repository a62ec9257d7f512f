package slipstream.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import slipstream.contracts.kafka.Json;
import slipstream.ingest.fetch.Robots;

/** Asks robots.txt files: [{id, robots_txt, user_agent, url}] in, {id: allowed} out. */
@Command(name = "robots", description = "What robots.txt allows.")
final class EvaluateRobots implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var results = new LinkedHashMap<String, Boolean>();
    int number = 0;
    for (JsonNode c : Json.MAPPER.readTree(in.toFile())) {
      byte[] robots = c.path("robots_txt").asText().getBytes(UTF_8);
      String id = c.hasNonNull("id") ? c.path("id").asText() : String.valueOf(number);
      String agent = c.path("user_agent").asText();
      results.put(id, Robots.isAllowed(robots, agent, c.path("url").asText()));
      number++;
    }
    Json.MAPPER.writeValue(out.toFile(), results);
    return 0;
  }
}
