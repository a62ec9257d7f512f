package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.analysis.sentiment.LinearModel;
import slipstream.analysis.sentiment.SentimentModel;

/** Scores sentences: {id, text, target, start?, end?} in, {id, label, score} out. */
@Command(name = "sentiment", description = "Sentiment of sentences towards a target.")
final class EvaluateSentiment implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT")
  private Path out = Path.of("");

  @Option(names = "--model", description = "A model to try; default: the one shipped.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    SentimentModel model = model();
    var results = new ArrayList<Map<String, Object>>();
    for (JsonNode sentence : JsonLines.read(in)) {
      double score = score(model, sentence);
      int label = Math.abs(score) <= SentimentModel.NEUTRAL_BAND ? 0 : score > 0 ? 1 : -1;
      results.add(Map.of("id", sentence.path("id").asText(), "label", label, "score", score));
    }
    JsonLines.write(out, results);
    return 0;
  }

  private SentimentModel model() throws IOException {
    if (file == null) return LinearModel.shipped();
    try (InputStream in = Files.newInputStream(file)) {
      return LinearModel.read(in);
    }
  }

  private static double score(SentimentModel model, JsonNode sentence) {
    String text = sentence.path("text").asText();
    String target = sentence.path("target").asText("");
    int start = sentence.path("start").asInt(target.isEmpty() ? -1 : text.indexOf(target));
    return model.score(text, start, start + target.length());
  }
}
