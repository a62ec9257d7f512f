package slipstream.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.analysis.Analyzer;
import slipstream.app.config.ConfigFolder;
import slipstream.app.config.ConfigPublisher;
import slipstream.app.run.Logs;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.ingest.Harvest;
import slipstream.ingest.archive.ArchiveReader;

/** Shows what is read in one article, without Kafka. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Print what is read in an article: what it mentions, the sentiment towards it, and its claims"
          + " with their quotes and windows.",
      "FILE is .txt (title on the first line), .html, .json or .jsonl; a sidecar NAME.meta.json may"
          + " give outlet and date."
    })
public final class AnalyzeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The article; - reads standard input.")
  private String file = "";

  @Option(
      names = "--published",
      paramLabel = "TIME",
      converter = AlertsCommand.Since.class,
      description =
          "When it was published, in place of what the file says; without any date only absolute"
              + " dates can be read.")
  private @Nullable Instant published;

  @Option(names = "--json", description = "Print each mention as one JSON line, as on the topic.")
  private boolean json;

  @Option(
      names = "--explain",
      description =
          "Print also which rule read what: the sentences with the words underlined, then the"
              + " rule.")
  private boolean explain;

  @Mixin private ServiceOptions.ConfigOption config = new ServiceOptions.ConfigOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Logs.quiet();
    ConfigFolder files = config.read();
    var analyzer =
        Analyzer.of(files.watchlist().value(), ConfigPublisher.version(files.watchlist().yaml()));
    var out = new AnalysisPrinter(out(), json);
    for (NewsItem item : items()) {
      out.print(item, analyzer.analyze(item));
      if (explain) new ReadingPrinter(out()).print(item, analyzer.explain(item));
    }
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private List<NewsItem> items() throws IOException {
    if (!file.equals("-")) return read(Path.of(file));
    Path copy = Files.createTempFile("slipstream-", ".in");
    try {
      Files.write(copy, System.in.readAllBytes());
      return read(Files.move(copy, copy.resolveSibling(copy.getFileName() + kind(copy))));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** What standard input holds, by its first character. */
  private static String kind(Path path) throws IOException {
    String text = Files.readString(path).stripLeading();
    return text.startsWith("<") ? ".html" : text.startsWith("{") ? ".jsonl" : ".txt";
  }

  private List<NewsItem> read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) throw new IOException("no such file: " + path);
    Harvest harvest =
        new ArchiveReader(Path.of(""), Instant::now).read(source(path), Cursor.start("analyze"));
    if (harvest.items().isEmpty()) {
      String why = harvest.cursor().lastError();
      throw new IOException(
          why == null ? path + ": no article found (.txt, .html, .json or .jsonl)" : why);
    }
    return harvest.items().stream().map(this::dated).toList();
  }

  private NewsItem dated(NewsItem item) {
    return published == null
        ? item
        : item.withPublished(Publication.ofInstant(published, Provenance.FILE));
  }

  private static Source source(Path path) {
    return new Source(
        "analyze",
        Source.Kind.ARCHIVE,
        path.toAbsolutePath().toString(),
        "unnamed outlet",
        Tier.UNKNOWN,
        null,
        null,
        null,
        false,
        Map.of());
  }
}
