package slipstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.analysis.claims.DateRole;
import slipstream.analysis.claims.LinearClassifier;
import slipstream.analysis.claims.Teller;
import slipstream.benchmarks.ClassifierTrainer.Example;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.Json;

/**
 * Trains what of a claim is weighed from sets of annotated items: {@code date-roles.tsv} and {@code
 * tellers.tsv}. The same sets give the same files on any machine.
 */
@Command(
    name = "train-claims",
    mixinStandardHelpOptions = true,
    description = "Trains the roles of dates and the tellers of claims from annotated items.")
public final class TrainClaims implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "Sets: X.jsonl and X-subjects.json.")
  private Path directory = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      arity = "0..1",
      description = "Folder of date-roles.tsv and tellers.tsv.")
  private @Nullable Path out;

  @Option(
      names = "--leave-out",
      split = ",",
      paramLabel = "SET",
      description = "Sets that OUT is not trained from. Default: ${DEFAULT-VALUE}.")
  private List<String> left =
      List.of(
          "frozen-ac",
          "frozen-aj",
          "frozen-ak",
          "frozen-ap",
          "frozen-au",
          "frozen-bd",
          "frozen-bg",
          "frozen-bh",
          "frozen-bo",
          "frozen-bp",
          "frozen-by",
          "frozen-ce",
          "frozen-ck",
          "frozen-cn",
          "frozen-c",
          "frozen-j",
          "frozen-q",
          "frozen-u");

  @Option(
      names = "--cross-validate",
      description =
          "Train without each set in turn and print how well the weights alone read it, without"
              + " what the rules decide.")
  private boolean validates;

  private TrainClaims() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new TrainClaims()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Map<String, ClaimExamples> sets = sets();
    if (validates) {
      validate("Roles of dates", DateRole.class, sets, ClaimExamples::dates);
      validate("Tellers of claims", Teller.class, sets, ClaimExamples::tellers);
    }
    if (out != null) {
      train("date-roles.tsv", out, DateRole.class, examples(sets, left, ClaimExamples::dates));
      train("tellers.tsv", out, Teller.class, examples(sets, left, ClaimExamples::tellers));
    }
    return 0;
  }

  private static <C extends Enum<C>> List<Example<C>> examples(
      Map<String, ClaimExamples> sets,
      List<String> left,
      Function<ClaimExamples, List<Example<C>>> kind) {
    return sets.entrySet().stream()
        .filter(set -> !left.contains(set.getKey()))
        .flatMap(set -> kind.apply(set.getValue()).stream())
        .toList();
  }

  private static <C extends Enum<C>> void validate(
      String title,
      Class<C> classes,
      Map<String, ClaimExamples> sets,
      Function<ClaimExamples, List<Example<C>>> kind) {
    System.out.printf("%s%n%-10s %5s  right  F1 of each%n", title, "set", "n");
    sets.forEach(
        (name, examples) -> {
          var weights = ClassifierTrainer.train(classes, examples(sets, List.of(name), kind));
          var classifier = new LinearClassifier<>(classes, weights);
          var score = new ClassifierScore<>(classes, classifier, kind.apply(examples));
          System.out.println(score.line(name));
        });
  }

  private static <C extends Enum<C>> void train(
      String name, Path folder, Class<C> classes, List<Example<C>> examples) throws IOException {
    var lines = new ArrayList<String>();
    ClassifierTrainer.train(classes, examples)
        .forEach((feature, row) -> lines.add(feature + "\t" + columns(row)));
    Files.write(folder.resolve(name), lines);
  }

  private static String columns(float[] row) {
    return IntStream.range(0, row.length)
        .mapToObj(i -> String.format(Locale.ROOT, "%.3f", row[i]))
        .collect(Collectors.joining("\t"));
  }

  private Map<String, ClaimExamples> sets() throws IOException {
    var sets = new LinkedHashMap<String, ClaimExamples>();
    var names = new HashSet<String>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().filter(f -> f.toString().endsWith(".jsonl")).toList()) {
        String name = file.getFileName().toString().replace(".jsonl", "");
        Watchlist watchlist = Json.MAPPER.readValue(subjects(name).toFile(), Watchlist.class);
        sets.put(name, ClaimExamples.read(name, file, watchlist));
        ClaimExamples.names(watchlist).filter(n -> n.contains(" ")).forEach(names::add);
      }
    }
    sets.values().forEach(set -> set.forget(names));
    return sets;
  }

  private Path subjects(String set) {
    Path own = directory.resolve(set + "-subjects.json");
    return Files.exists(own) ? own : directory.resolve("subjects.json");
  }
}
