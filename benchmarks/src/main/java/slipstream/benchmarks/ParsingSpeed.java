package slipstream.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.ingest.article.Articles;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.feed.FeedParser;

/**
 * Compares our parsers with a bare Jsoup parse of the same bytes. Both take turns file by file, and
 * who begins changes with every round, so that what the machine does besides meets both alike.
 */
@Command(
    name = "parsing-speed",
    description = "Speed of reading feeds and pages against a bare Jsoup parse of the same bytes.")
final class ParsingSpeed implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FEEDS", description = "Folder of feeds.")
  private Path feeds = Path.of("");

  @Parameters(index = "1..*", paramLabel = "PAGES", description = "Folders of ID.html.gz.")
  private List<Path> pages = List.of();

  @Option(names = "--rounds", defaultValue = "9", description = "Rounds that count (default 9).")
  private int rounds;

  private final PrintStream out = System.out;

  /** Something that reads bytes; gives a number, so that no work can be left out. */
  private interface Reader {
    int read(byte[] bytes) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    compare("feeds", load(List.of(feeds)), ParsingSpeed::feed, ParsingSpeed::bareXml);
    compare("pages", load(pages), ParsingSpeed::page, ParsingSpeed::bareHtml);
    return 0;
  }

  private static int feed(byte[] bytes) {
    try {
      return FeedParser.parse(bytes, null, null).entries().size();
    } catch (FeedException e) {
      return 0;
    }
  }

  private static int page(byte[] bytes) {
    return Articles.read(bytes, null, null).text().length();
  }

  private static int bareXml(byte[] bytes) throws IOException {
    var content = new ByteArrayInputStream(bytes);
    return Jsoup.parse(content, null, "", Parser.xmlParser()).childNodeSize();
  }

  private static int bareHtml(byte[] bytes) throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(bytes), null, "").childNodeSize();
  }

  private static List<byte[]> load(List<Path> folders) throws IOException {
    var contents = new ArrayList<byte[]>();
    for (Path folder : folders) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          contents.add(content(file));
        }
      }
    }
    return contents;
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(in).readAllBytes()
          : in.readAllBytes();
    }
  }

  private void compare(String what, List<byte[]> contents, Reader ours, Reader bare)
      throws IOException {
    double[] ratios = new double[rounds];
    long bytes = contents.stream().mapToLong(content -> content.length).sum();
    double best = Double.MAX_VALUE;
    for (int round = -2; round < rounds; round++) {
      long[] nanos = round(contents, ours, bare, round % 2 == 0);
      if (round < 0) continue;
      ratios[round] = (double) nanos[1] / nanos[0];
      best = Math.min(best, nanos[0] / 1e9);
    }
    Arrays.sort(ratios);
    out.printf(
        Locale.ROOT,
        "%s: %d files, %.1f MB; %.2f of the speed of a bare parse (median of %d rounds, %.2f to"
            + " %.2f); %.1f MB/s%n",
        what,
        contents.size(),
        bytes / 1e6,
        ratios[rounds / 2],
        rounds,
        ratios[0],
        ratios[rounds - 1],
        bytes / 1e6 / best);
  }

  private static long[] round(List<byte[]> contents, Reader ours, Reader bare, boolean first)
      throws IOException {
    long[] nanos = new long[2];
    for (byte[] content : contents) {
      nanos[first ? 0 : 1] += time(first ? ours : bare, content);
      nanos[first ? 1 : 0] += time(first ? bare : ours, content);
    }
    return nanos;
  }

  private static long time(Reader reader, byte[] content) throws IOException {
    long start = System.nanoTime();
    int read = reader.read(content);
    long took = System.nanoTime() - start;
    if (read < 0) throw new IllegalStateException("nothing is less than nothing");
    return took;
  }
}
