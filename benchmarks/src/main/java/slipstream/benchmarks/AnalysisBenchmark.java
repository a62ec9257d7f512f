package slipstream.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import slipstream.analysis.Analyzer;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Tier;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;

/**
 * How many articles of 5 kB are read in a second by one thread with the default watchlist: one that
 * names nothing watched, one that names only a theme, one about a subject. To be run from the
 * project's folder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 5, time = 1)
public class AnalysisBenchmark {
  private static final Path WATCHLIST = Path.of("config/watchlist.yaml");

  @Param({"nothing", "theme", "subject"})
  String names = "";

  private @Nullable Analyzer analyzer;
  private @Nullable NewsItem item;

  @Setup
  public void prepare() throws IOException {
    String yaml = Files.readString(WATCHLIST);
    var watchlist = ConfigReader.read(WATCHLIST.toString(), yaml, Watchlist.class);
    analyzer = Analyzer.of(watchlist, "1");
    item = item(text("article-" + names + ".txt"));
  }

  @Benchmark
  public List<Mention> analyze() {
    return Objects.requireNonNull(analyzer).analyze(Objects.requireNonNull(item));
  }

  private static NewsItem item(String text) {
    var published = Publication.ofDay(LocalDate.of(2025, 9, 3), Provenance.FILE);
    String title = text.substring(0, text.indexOf(','));
    return new NewsItem(
        "id",
        "1",
        "source",
        "Outlet",
        Tier.UNKNOWN,
        null,
        title,
        text,
        null,
        null,
        published,
        false);
  }

  private static String text(String name) throws IOException {
    try (InputStream in = AnalysisBenchmark.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
