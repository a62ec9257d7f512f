package slipstream.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
 * Compares our parsers with a bare Jsoup parse of the same bytes, by the CPU time of the reading
 * thread. Once both are warm they take turns at a megabyte of files each, and who begins changes
 * with every round, so that what the machine does besides meets both alike.
 */
@Command(
    name = "parsing-speed",
    description = "Speed of reading feeds and pages against a bare Jsoup parse of the same bytes.")
final class ParsingSpeed implements Callable<Integer> {
  private static final int TURN = 1_000_000;

  /** Bytes that a round has at least, so that a set of small files is read several times. */
  private static final int ROUND = 5_000_000;

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  @Parameters(index = "0", paramLabel = "FEEDS", description = "Folder of feeds.")
  private Path feeds = Path.of("");

  @Parameters(index = "1..*", paramLabel = "PAGES", description = "Folders of ID.html.gz.")
  private List<Path> pages = List.of();

  @Option(names = "--rounds", defaultValue = "9", description = "Rounds that count (default 9).")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "10",
      description = "Seconds of reading before the first round that counts (default 10).")
  private int warmUp;

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
    long bytes = contents.stream().mapToLong(content -> content.length).sum();
    int times = 1 + (int) (ROUND / Math.max(1, bytes));
    var read = Collections.nCopies(times, contents).stream().flatMap(List::stream).toList();
    List<List<byte[]>> turns = turns(read);
    long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(warmUp);
    while (System.nanoTime() < warm) round(turns, ours, bare, true);
    double[] ratios = new double[rounds];
    double[] seconds = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long[] nanos = round(turns, ours, bare, round % 2 == 0);
      ratios[round] = (double) nanos[1] / nanos[0];
      seconds[round] = nanos[0] / 1e9 / times;
    }
    print(what + ": " + contents.size() + " files", bytes / 1e6, ratios, seconds);
  }

  private void print(String what, double megabytes, double[] ratios, double[] seconds) {
    Arrays.sort(ratios);
    Arrays.sort(seconds);
    out.printf(
        Locale.ROOT,
        "%s, %.1f MB; %.2f of the speed of a bare parse (median of %d rounds, %.2f to"
            + " %.2f); %.1f MB a CPU second%n",
        what,
        megabytes,
        ratios[rounds / 2],
        rounds,
        ratios[0],
        ratios[rounds - 1],
        megabytes / seconds[rounds / 2]);
  }

  /** Files in lots that take long enough to be timed. */
  private static List<List<byte[]>> turns(List<byte[]> contents) {
    var turns = new ArrayList<List<byte[]>>();
    int size = TURN;
    for (byte[] content : contents) {
      if (size >= TURN) {
        turns.add(new ArrayList<>());
        size = 0;
      }
      turns.get(turns.size() - 1).add(content);
      size += content.length;
    }
    return turns;
  }

  private static long[] round(List<List<byte[]>> turns, Reader ours, Reader bare, boolean first)
      throws IOException {
    long[] nanos = new long[2];
    for (List<byte[]> turn : turns) {
      nanos[first ? 0 : 1] += time(first ? ours : bare, turn);
      nanos[first ? 1 : 0] += time(first ? bare : ours, turn);
    }
    return nanos;
  }

  private static long time(Reader reader, List<byte[]> contents) throws IOException {
    long start = CPU.getCurrentThreadCpuTime();
    int read = 0;
    for (byte[] content : contents) read += reader.read(content);
    long took = CPU.getCurrentThreadCpuTime() - start;
    if (read < 0) throw new IllegalStateException("nothing is less than nothing");
    return took;
  }
}
