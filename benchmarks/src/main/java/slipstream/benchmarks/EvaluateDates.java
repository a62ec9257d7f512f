package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.DateGrammar;
import slipstream.analysis.dates.TenseReader;
import slipstream.analysis.dates.TimexValue;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WindowResolver;
import slipstream.contracts.Window;
import slipstream.contracts.config.Watchlist;

/**
 * Finds the date expressions of a set of documents: {doc, dct, text} in, {doc, expressions} out.
 */
@Command(name = "dates", description = "Date expressions and their windows.")
final class EvaluateDates implements Callable<Integer> {
  private static final DateGrammar GRAMMAR =
      DateGrammar.of(new Watchlist(List.of(), List.of(), List.of(), List.of()));

  @Parameters(index = "0", paramLabel = "IN")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var results = new ArrayList<Map<String, Object>>();
    for (JsonNode document : JsonLines.read(in)) {
      results.add(
          Map.of("doc", document.path("doc").asText(), "expressions", expressions(document)));
    }
    JsonLines.write(out, results);
    return 0;
  }

  private static List<Map<String, Object>> expressions(JsonNode document) {
    Tokens tokens = Tokens.of(document.path("text").asText());
    LocalDate published = LocalDate.parse(document.path("dct").asText().substring(0, 10));
    var tense = new TenseReader(tokens);
    var rows = new ArrayList<Map<String, Object>>();
    for (DateExpression date : GRAMMAR.find(tokens)) {
      Window window =
          new WindowResolver(published, tense.sense(date)).resolve(date.period()).orElse(null);
      rows.add(row(tokens, date, window));
    }
    return rows;
  }

  private static Map<String, Object> row(
      Tokens tokens, DateExpression date, @Nullable Window window) {
    var row = new LinkedHashMap<String, Object>();
    row.put("text", tokens.text(date.core(), date.end()));
    row.put("start", tokens.start(date.core()));
    row.put("end", tokens.end(date.end() - 1));
    row.put("type", "DATE");
    row.put("value", TimexValue.of(date.period(), window).orElse(null));
    row.put("earliest", window == null ? null : window.earliest());
    row.put("latest", window == null ? null : window.latest());
    return row;
  }
}
