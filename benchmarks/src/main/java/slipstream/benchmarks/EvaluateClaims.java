package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.analysis.claims.ClaimReader;
import slipstream.analysis.match.Hit;
import slipstream.analysis.match.Matcher;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Claim;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.Json;

/** Reads the release-date claims of a set of items: {id, published, publisher, title, text}. */
@Command(name = "claims", description = "Release-date claims.")
final class EvaluateClaims implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT")
  private Path out = Path.of("");

  @Option(names = "--subjects", required = true, description = "The watched subjects, as JSON.")
  private Path subjects = Path.of("");

  @Option(names = "--watchlist", description = "Whose outlets and calendar events are known.")
  private @Nullable Path known;

  @Override
  public Integer call() throws IOException {
    Watchlist watchlist = watchlist();
    ClaimReader reader = ClaimReader.of(watchlist);
    Matcher matcher = Matcher.of(watchlist);
    var results = new ArrayList<Map<String, Object>>();
    for (JsonNode item : JsonLines.read(in)) {
      results.add(Map.of("id", item.path("id").asText(), "claims", claims(matcher, reader, item)));
    }
    JsonLines.write(out, results);
    return 0;
  }

  private Watchlist watchlist() throws IOException {
    Watchlist watched = Json.MAPPER.readValue(subjects.toFile(), Watchlist.class);
    if (known == null) return watched;
    String yaml = Files.readString(known);
    Watchlist outlets = ConfigReader.read(known.toString(), yaml, Watchlist.class);
    return new Watchlist(watched.subjects(), List.of(), outlets.origins(), outlets.events());
  }

  private static List<Map<String, Object>> claims(
      Matcher matcher, ClaimReader reader, JsonNode item) {
    String title = item.path("title").asText();
    String text = item.path("text").asText();
    Publication published =
        Publication.ofDay(
            LocalDate.parse(item.path("published").asText().substring(0, 10)), Provenance.FILE);
    String outlet = item.path("publisher").asText();
    List<Hit> hits = matcher.find(outlet, new SplitText(title), new SplitText(text));
    return reader.read(title, text, published, outlet, hits).stream()
        .map(EvaluateClaims::row)
        .toList();
  }

  private static Map<String, Object> row(Claim claim) {
    var row = new LinkedHashMap<String, Object>();
    row.put("subject", claim.subject());
    row.put("status", claim.status());
    row.put("window", claim.window());
    row.put("superseded", claim.superseded());
    row.put("certainty", claim.certainty());
    row.put("origin", claim.origins().isEmpty() ? null : claim.origins().get(0));
    row.put("quote", claim.quote().text());
    return row;
  }
}
