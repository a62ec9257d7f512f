package slipstream.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
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
import slipstream.app.run.Logs;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.contracts.config.Sources;
import slipstream.ingest.IngestSettings;
import slipstream.ingest.SourceCatalog;
import slipstream.ingest.SourceProbe;

/** Shows how the sources do, and what would come of one. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "List the sources and how each does: of the service that runs with --data, or of the cluster"
            + " given by --kafka.")
public final class SourcesCommand implements Callable<Integer> {
  @Mixin private LinkOptions slipstream = new LinkOptions();

  @Option(names = "--json", description = "One JSON line a source.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var link = slipstream.open();
    var sources = new SourceCatalog(link.clients(), link.topics()).list(Instant.now());
    var out = new SourcesPrinter(spec.commandLine().getOut(), json);
    out.printAll(sources, Instant.now());
    return 0;
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description =
          "Read a source once, without Kafka, and show what would come of it. Robots, contact and"
              + " guards hold as they do for the service.")
  int test(
      @Parameters(
              paramLabel = "URL",
              description = "A URL, a file or folder, or the id of a source in sources.yaml.")
          String location,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              description = "feed, sitemap, page, api or archive; left out = guessed.")
          Source.@Nullable Kind kind,
      @Option(
              names = "--select",
              paramLabel = "KEY=VALUE",
              description = "A rule of the kind, as in sources.yaml: pattern=/news/")
          @Nullable Map<String, String> select,
      @Option(names = "--json", description = "Print each item as one JSON line, as on the topic.")
          boolean asJson,
      @Mixin ServiceOptions.ConfigOption config)
      throws IOException, InterruptedException {
    Logs.quiet();
    Sources configured = config.read().sources().value();
    Source source = source(configured.sources(), location, kind, select);
    var settings =
        IngestSettings.of(configured.contact(), configured.allowPrivate(), config.folder);
    try (var probe = new SourceProbe(settings, Instant::now)) {
      var harvest = probe.read(source);
      new SourcesPrinter(spec.commandLine().getOut(), asJson).print(source, harvest);
      return harvest.outcome().isSuccess() ? 0 : 1;
    }
  }

  private static Source source(
      List<Source> configured,
      String location,
      Source.@Nullable Kind kind,
      @Nullable Map<String, String> select) {
    for (Source source : configured) if (source.id().equals(location)) return source;
    boolean web = location.matches("https?://.*");
    Source.Kind guessed = web ? guess(location) : Source.Kind.ARCHIVE;
    return new Source(
        "test",
        kind == null ? guessed : kind,
        web ? location : Path.of(location).toAbsolutePath().toString(),
        null,
        Tier.UNKNOWN,
        null,
        null,
        null,
        false,
        select == null ? Map.of() : new LinkedHashMap<>(select));
  }

  private static Source.Kind guess(String url) {
    return url.matches(".*sitemap[^/]*\\.xml(\\.gz)?(\\?.*)?")
        ? Source.Kind.SITEMAP
        : Source.Kind.FEED;
  }
}
