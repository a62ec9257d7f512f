package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.analysis.sentiment.Features;

/**
 * Trains the sentiment model. The same file gives the same model, byte for byte, on any machine
 * whose Java computes strictly (17 and newer).
 */
@Command(
    name = "train-sentiment",
    mixinStandardHelpOptions = true,
    description = "Trains the sentiment model from labelled sentences, one JSON object a line.")
public final class TrainSentiment implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN", description = "{text, target, label, score?, start?}")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "The model.")
  private Path out = Path.of("");

  @Option(
      names = "--hold-out",
      paramLabel = "N",
      description = "Leave out each N-th text, to tune on; default: none.")
  private int holdOut;

  @Option(
      names = "--weigh",
      paramLabel = "SET=WEIGHT",
      description = "How much the ratings of a set count; default: 1.")
  private Map<String, Float> weights = new HashMap<>();

  private TrainSentiment() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new TrainSentiment()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (JsonNode row : JsonLines.read(in)) {
      float weight = weights.getOrDefault(row.path("set").asText(), 1f);
      if (!isHeldOut(row)) examples.add(Example.of(row, weight));
    }
    var model = new SentimentTrainer().train(examples);
    try (OutputStream file = Files.newOutputStream(out)) {
      model.write(file);
    }
    return 0;
  }

  private boolean isHeldOut(JsonNode row) {
    return holdOut > 0 && Math.floorMod(row.path("text").asText().hashCode(), holdOut) == 0;
  }

  /**
   * A labelled sentence.
   *
   * @param features what the model sees of it
   * @param label -1, 0 or 1
   * @param valence how positive people rate it; NaN when it was not rated
   * @param weight how much the rating counts
   * @param hasTarget whether the label is towards a target
   */
  record Example(Features features, int label, float valence, float weight, boolean hasTarget) {
    /** Ratings of 3 and more are rare: they become 1. */
    private static final float RATING = 3;

    static Example of(JsonNode row, float weight) {
      String text = row.path("text").asText();
      String target = row.path("target").asText("");
      int start = row.path("start").asInt(target.isEmpty() ? -1 : text.indexOf(target));
      int end = row.path("end").asInt(start + target.length());
      float valence = row.has("score") ? (float) row.path("score").asDouble() / RATING : Float.NaN;
      return new Example(
          Features.of(text, start, end), row.path("label").asInt(), valence, weight, start >= 0);
    }
  }
}
