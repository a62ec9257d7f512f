package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.analysis.claims.ClaimReader;
import slipstream.analysis.claims.DateExample;
import slipstream.analysis.claims.DateRole;
import slipstream.analysis.claims.DateRoleModel;
import slipstream.analysis.match.Hit;
import slipstream.analysis.match.Matcher;
import slipstream.analysis.text.SplitText;
import slipstream.benchmarks.DateRoleTrainer.Example;
import slipstream.contracts.Window;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.Json;

/**
 * Trains the model of date roles from annotated items: a date that means a claimed window is the
 * release's, one that means a superseded window an old plan's, any other something else's. The same
 * files give the same model on any machine.
 */
@Command(
    name = "train-date-roles",
    mixinStandardHelpOptions = true,
    description = "Trains the model of date roles from sets of annotated items.")
public final class TrainDateRoles implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "Sets: X.jsonl and X-subjects.json.")
  private Path directory = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", arity = "0..1", description = "The model.")
  private @Nullable Path out;

  @Option(
      names = "--leave-out",
      split = ",",
      paramLabel = "SET",
      description = "Sets that OUT is not trained from. Default: ${DEFAULT-VALUE}.")
  private List<String> left = List.of("frozen-c", "frozen-j", "frozen-q");

  @Option(
      names = "--cross-validate",
      description = "Train without each set in turn and print how well its dates are read.")
  private boolean validates;

  private TrainDateRoles() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new TrainDateRoles()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Map<String, List<Example>> sets = sets();
    if (validates) validate(sets);
    if (out != null) write(out, DateRoleTrainer.train(without(sets, left)));
    return 0;
  }

  private static List<Example> without(Map<String, List<Example>> sets, List<String> left) {
    return sets.entrySet().stream()
        .filter(set -> !left.contains(set.getKey()))
        .flatMap(set -> set.getValue().stream())
        .toList();
  }

  private static void validate(Map<String, List<Example>> sets) {
    System.out.printf("%-10s %5s  right  %s%n", "set", "dates", "F1 of news and old");
    sets.forEach(
        (name, examples) -> {
          var model = new DateRoleModel(DateRoleTrainer.train(without(sets, List.of(name))));
          System.out.println(new DateRoleScore(model, examples).line(name));
        });
  }

  private static void write(Path file, Map<String, float[]> weights) throws IOException {
    var lines = new ArrayList<String>();
    weights.forEach(
        (feature, row) ->
            lines.add(
                String.format(
                    Locale.ROOT, "%s\t%.3f\t%.3f\t%.3f", feature, row[0], row[1], row[2])));
    Files.write(file, lines);
  }

  private Map<String, List<Example>> sets() throws IOException {
    var sets = new LinkedHashMap<String, List<Example>>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().filter(f -> f.toString().endsWith(".jsonl")).toList()) {
        String name = file.getFileName().toString().replace(".jsonl", "");
        sets.put(name, examples(file, subjects(name)));
      }
    }
    return sets;
  }

  private Path subjects(String set) {
    Path own = directory.resolve(set + "-subjects.json");
    return Files.exists(own) ? own : directory.resolve("subjects.json");
  }

  private static List<Example> examples(Path items, Path subjects) throws IOException {
    Watchlist watchlist = Json.MAPPER.readValue(subjects.toFile(), Watchlist.class);
    ClaimReader reader = ClaimReader.of(watchlist);
    Matcher matcher = Matcher.of(watchlist);
    var examples = new ArrayList<Example>();
    for (JsonNode item : JsonLines.read(items)) {
      String title = item.path("title").asText();
      String text = item.path("text").asText();
      String outlet = item.path("publisher").asText();
      List<Hit> hits = matcher.find(outlet, new SplitText(title), new SplitText(text));
      LocalDate day = LocalDate.parse(item.path("published").asText().substring(0, 10));
      for (JsonNode watched : item.path("watch")) {
        String subject = watched.asText();
        if (hits.stream().noneMatch(hit -> hit.watched().equals(subject))) continue;
        for (DateExample date : reader.dates(subject, title, text, day, outlet, hits)) {
          examples.add(new Example(date.features(), role(item, subject, date)));
        }
      }
    }
    return examples;
  }

  private static DateRole role(JsonNode item, String subject, DateExample date) {
    if (says(item, subject, "window", date)) return DateRole.NEWS;
    if (says(item, subject, "superseded", date)) return DateRole.OLD;
    return DateRole.OTHER;
  }

  /** Whether a claim about the subject, or another reading of it, has the date as a window. */
  private static boolean says(JsonNode item, String subject, String field, DateExample date) {
    return Stream.of(item.path("claims"), item.path("accept"))
        .flatMap(claims -> Stream.iterate(0, i -> i < claims.size(), i -> i + 1).map(claims::get))
        .filter(claim -> claim.path("subject").asText().equals(subject))
        .anyMatch(claim -> date.windows().stream().anyMatch(w -> isWindow(w, claim.path(field))));
  }

  private static boolean isWindow(Window window, JsonNode told) {
    String latest = window.latest() == null ? null : window.latest().toString();
    return window.earliest().toString().equals(told.path("earliest").textValue())
        && Objects.equals(latest, told.path("latest").textValue());
  }
}
