package slipstream.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import slipstream.analysis.match.Hit;
import slipstream.analysis.match.Matcher;
import slipstream.contracts.config.Term;
import slipstream.contracts.config.Theme;
import slipstream.contracts.config.Watchlist;

/** How long finding takes in a megabyte of made-up news text, and how long a matcher takes to build. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatcherBenchmark {
  private static final int WORDS = 20_000;
  private static final int MEGABYTE = 1_000_000;
  private static final int ARTICLE = 4_000;

  @Param({"1000", "10000"})
  int terms;

  private Watchlist watchlist = new Watchlist(List.of(), List.of(), List.of(), List.of());
  private Matcher matcher = Matcher.of(watchlist);
  private final List<String> articles = new ArrayList<>();

  /** Words as often as in language (Zipf), terms of one or two of the rarer ones. */
  @Setup
  public void prepare() {
    var random = new Random(1);
    var words = new ArrayList<String>();
    for (int i = 0; i < WORDS; i++) words.add(word(random));
    watchlist = watchlist(words, random);
    matcher = Matcher.of(watchlist);
    articles.clear();
    for (int i = 0; i < MEGABYTE / ARTICLE; i++) articles.add(article(words, random));
  }

  @Benchmark
  public int findInOneMegabyte() {
    int hits = 0;
    for (String article : articles) {
      List<Hit> found = matcher.find("", article);
      hits += found.size();
    }
    return hits;
  }

  @Benchmark
  public Matcher build() {
    return Matcher.of(watchlist);
  }

  private Watchlist watchlist(List<String> words, Random random) {
    var all = new ArrayList<Term>();
    for (int i = 0; i < terms; i++) {
      String first = words.get(WORDS / 4 + random.nextInt(3 * WORDS / 4));
      boolean single = random.nextBoolean();
      all.add(Term.of(single ? first : first + " " + words.get(random.nextInt(WORDS))));
    }
    var theme = new Theme("theme", "Theme", all, List.of());
    return new Watchlist(List.of(), List.of(theme), List.of(), List.of());
  }

  private static String article(List<String> words, Random random) {
    var text = new StringBuilder();
    while (text.length() < ARTICLE) {
      double rank = Math.pow(WORDS, random.nextDouble());
      text.append(words.get((int) rank - 1)).append(random.nextInt(12) == 0 ? ". " : " ");
    }
    return text.substring(0, ARTICLE);
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    int length = 2 + random.nextInt(9);
    for (int i = 0; i < length; i++) word.append((char) ('a' + random.nextInt(26)));
    return word.toString();
  }
}
