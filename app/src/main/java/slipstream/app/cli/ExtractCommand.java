package slipstream.app.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.app.run.Logs;
import slipstream.contracts.DatePrecision;
import slipstream.contracts.Publication;
import slipstream.ingest.PageProbe;
import slipstream.ingest.article.Article;
import slipstream.ingest.article.Articles;
import slipstream.ingest.article.Block;

/** Shows how one page is read as an article. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Print what is read from an article's page: headline, author, outlet, address, language, date"
          + " with where it was found, and the text.",
      "The exit status is 3 when the page is refused as no article."
    })
public final class ExtractCommand implements Callable<Integer> {
  private static final int REFUSED = 3;
  private static final int SHOWN = 100;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  @Parameters(
      paramLabel = "FILE|URL",
      description = "The page, packed by gzip or not; - reads standard input.")
  private String page = "";

  @Option(
      names = "--explain",
      description =
          "Print each block of the page, kept (+) or dropped (-), with the rule that did it.")
  private boolean explain;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Logs.quiet();
    Articles.Explained read = read();
    PrintWriter out = spec.commandLine().getOut();
    Article article = read.article();
    printFacts(out, article);
    out.println();
    if (explain) {
      read.blocks().forEach(block -> printBlock(out, block));
    } else {
      out.println(article.text());
    }
    out.flush();
    return article.refusal() == null ? 0 : REFUSED;
  }

  private Articles.Explained read() throws IOException {
    if (page.matches("(?i)https?://.*")) return PageProbe.read(page);
    if (page.equals("-")) return read(System.in);
    Path file = Path.of(page);
    if (!Files.isRegularFile(file)) throw new IOException("no such file: " + file);
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  private static Articles.Explained read(InputStream in) throws IOException {
    var content = new BufferedInputStream(in);
    content.mark(GZIP.length);
    boolean packed = Arrays.equals(content.readNBytes(GZIP.length), GZIP);
    content.reset();
    InputStream html = packed ? new GZIPInputStream(content) : content;
    return Articles.explain(html.readAllBytes(), null, null);
  }

  private static void printFacts(PrintWriter out, Article article) {
    print(out, "title", article.title());
    print(out, "author", article.author());
    print(out, "outlet", article.outlet());
    print(out, "address", article.url());
    print(out, "language", article.language());
    print(out, "published", date(article));
    print(out, "quality", String.format(Locale.ROOT, "%.2f", article.quality()));
    if (article.refusal() != null) print(out, "refused", article.refusal());
  }

  private static @Nullable String date(Article article) {
    Publication published = article.published();
    if (published == null) return null;
    String at =
        published.precision() == DatePrecision.DAY
            ? published.day().toString()
            : published.at().toString();
    return at + ", read from " + words(published.provenance());
  }

  private static void print(PrintWriter out, String name, @Nullable String value) {
    out.printf(Locale.ROOT, "%-10s %s%n", name, value == null ? "-" : value);
  }

  private static void printBlock(PrintWriter out, Block block) {
    String text = block.text();
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    String rule = block.dropped() == null ? words(block.zone()) : String.valueOf(block.dropped());
    out.printf(
        Locale.ROOT, "%s %-24s %-10s %s%n", block.kept() ? "+" : "-", rule, block.tag(), shown);
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
