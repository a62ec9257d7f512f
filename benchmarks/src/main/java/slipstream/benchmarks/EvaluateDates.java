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
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.TenseReader;
import slipstream.analysis.dates.TimexPhrases;
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

  private static final Map<String, String> PARTS_OF_DAY =
      Map.of("morning", "MO", "afternoon", "AF", "evening", "EV", "night", "NI");

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
    return new Annotation(tokens, published).rows();
  }

  /** The expressions of one document as rows of temporal annotation. */
  private static final class Annotation {
    private final Tokens tokens;
    private final LocalDate published;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** The day the text last spoke of. */
    private LocalDate day;

    Annotation(Tokens tokens, LocalDate published) {
      this.tokens = tokens;
      this.published = published;
      this.day = published;
    }

    List<Map<String, Object>> rows() {
      var tense = new TenseReader(tokens);
      var phrases = new TimexPhrases(tokens);
      int next = 0;
      for (DateExpression date : GRAMMAR.find(tokens)) {
        addPhrases(phrases, next, date.start());
        add(date, new WindowResolver(published, tense.sense(date)));
        next = date.end();
      }
      addPhrases(phrases, next, tokens.size());
      return rows;
    }

    private void addPhrases(TimexPhrases phrases, int from, int to) {
      for (int at = from; at < to; at++) {
        TimexPhrases.Phrase phrase = phrases.at(at, day);
        if (phrase == null) continue;
        rows.add(row(phrase.start(), phrase.end(), "DATE", phrase.value(), null));
        at = phrase.end() - 1;
      }
    }

    /** A range is annotated end by end. */
    private void add(DateExpression date, WindowResolver resolver) {
      int join = date.period() instanceof Period.Range ? join(date) : -1;
      if (join > 0 && date.period() instanceof Period.Range range) {
        add(
            date.core(),
            join,
            range.first(),
            resolver.resolve(new Period.End(range, false)).orElse(null));
        add(
            join + 1,
            date.end(),
            range.last(),
            resolver.resolve(new Period.End(range, true)).orElse(null));
      } else {
        add(date.core(), date.end(), date.period(), resolver.resolve(date.period()).orElse(null));
      }
    }

    private int join(DateExpression date) {
      for (int at = date.core() + 1; at < date.end() - 1; at++) {
        switch (tokens.word(at)) {
          case "-", "to", "and", "or", "through", "until" -> {
            return at;
          }
          default -> {}
        }
      }
      return -1;
    }

    private void add(int from, int to, Period period, @Nullable Window window) {
      String value = TimexValue.of(period, window).orElse(null);
      String type = period instanceof Period.Shift ? "DURATION" : "DATE";
      String partOfDay = PARTS_OF_DAY.get(tokens.word(to));
      if (window != null && window.earliest().equals(window.latest())) {
        day = window.earliest();
        if (partOfDay != null) {
          rows.add(row(from, to + 1, "TIME", day + "T" + partOfDay, window));
          return;
        }
      }
      int start = tokens.word(from).equals("between") || tokens.word(from).equals("from") ? 1 : 0;
      rows.add(row(from + start, to, type, value, window));
    }

    private Map<String, Object> row(
        int from, int to, String type, @Nullable String value, @Nullable Window window) {
      var row = new LinkedHashMap<String, Object>();
      row.put("text", tokens.text(from, to));
      row.put("start", tokens.start(from));
      row.put("end", tokens.end(to - 1));
      row.put("type", type);
      row.put("value", value);
      row.put("earliest", window == null ? null : window.earliest());
      row.put("latest", window == null ? null : window.latest());
      return row;
    }
  }
}
