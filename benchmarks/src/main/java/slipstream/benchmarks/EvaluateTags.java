package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.analysis.match.Hit;
import slipstream.analysis.match.Matcher;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;

/** Tags items with what they name of a watchlist: {id, title?, text} in, {id, tags} out. */
@Command(name = "tags", description = "Subjects and themes named.")
final class EvaluateTags implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT")
  private Path out = Path.of("");

  @Option(names = "--watchlist", required = true, description = "The watchlist, as YAML.")
  private Path watchlist = Path.of("");

  @Option(names = "--tag", description = "ID=TAG: the set's tag for a watched id.")
  private Map<String, String> tags = new HashMap<>();

  @Override
  public Integer call() throws IOException {
    String yaml = Files.readString(watchlist);
    var matcher = Matcher.of(ConfigReader.read(watchlist.toString(), yaml, Watchlist.class));
    var results = new ArrayList<Map<String, Object>>();
    for (JsonNode item : JsonLines.read(in)) {
      results.add(Map.of("id", item.path("id").asText(), "tags", tagsOf(matcher, item)));
    }
    JsonLines.write(out, results);
    return 0;
  }

  private List<String> tagsOf(Matcher matcher, JsonNode item) {
    return matcher.find(item.path("title").asText(), item.path("text").asText()).stream()
        .map(Hit::watched)
        .map(watched -> tags.getOrDefault(watched, watched))
        .distinct()
        .sorted()
        .toList();
  }
}
