package slipstream.benchmarks.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import slipstream.analysis.Analyzer;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Tier;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;
import slipstream.streams.Analysis;

/** Made-up news of about 5 kB, of which one in ten names one of twenty made-up products. */
final class News {
  static final int SUBJECTS = 20;

  private static final int WORDS = 8_000;
  private static final int LENGTH = 4_700;
  private static final int ONE_IN = 10;
  private static final int OUTLETS = 40;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final YearMonth FIRST = YearMonth.of(2030, 1);

  private final Random random;
  private final List<String> words = new ArrayList<>();
  private final int[] moves = new int[SUBJECTS];
  private int number;

  News(long seed) {
    random = new Random(seed);
    for (int i = 0; i < WORDS; i++) words.add(word());
  }

  static Analysis analysis() {
    var yaml = new StringBuilder("subjects:\n");
    IntStream.range(0, SUBJECTS).forEach(i -> yaml.append(subject(i)));
    yaml.append("themes:\n  - {id: chips, terms: [chips, processors]}\n");
    var watchlist = ConfigReader.read("benchmark", yaml.toString(), Watchlist.class);
    Analysis analysis = Analysis.of(watchlist, "benchmark");
    if (Analyzer.of(watchlist, "x").analyze(new News(0).change(0, Instant.now())).isEmpty()) {
      throw new IllegalStateException("the made-up news is not understood");
    }
    return analysis;
  }

  private static String subject(int i) {
    return "  - {id: lumen-%d, name: Lumen %d, owner: Halden, context: [Halden]}\n"
        .formatted(i + 1, i + 1);
  }

  /** The next item: one in ten names a product, half of those say again when it is due. */
  NewsItem next(Instant published) {
    if (number % ONE_IN > 0) return plain(published);
    int subject = number / ONE_IN % SUBJECTS;
    boolean claims = number / ONE_IN % 2 == 0;
    String due = MONTH.format(FIRST.plusMonths(2L * moves[subject]));
    return item(
        "Halden and Lumen " + (subject + 1),
        text(
            claims
                ? "Halden will launch Lumen %d in %s, the company said on Monday."
                    .formatted(subject + 1, due)
                : "Analysts praised the Lumen %d of Halden for its processors."
                    .formatted(subject + 1)),
        published);
  }

  /** An item that names nothing that is watched. */
  NewsItem plain(Instant published) {
    return item("A day in the market", text(""), published);
  }

  /**
   * An item that puts off a product by two months, in an outlet of its own: always a change, since
   * it retells nobody.
   */
  NewsItem change(int subject, Instant published) {
    String from = MONTH.format(FIRST.plusMonths(2L * moves[subject]));
    String to = MONTH.format(FIRST.plusMonths(2L * ++moves[subject]));
    String said = "The launch of Lumen %d of Halden was postponed from %s to %s.";
    return item(
        "Outlet " + number,
        "Halden delays Lumen " + (subject + 1),
        text(said.formatted(subject + 1, from, to)),
        published);
  }

  private NewsItem item(String title, String text, Instant published) {
    return item("Outlet " + random.nextInt(OUTLETS), title, text, published);
  }

  private NewsItem item(String outlet, String title, String text, Instant published) {
    String id = "https://news.example/" + number;
    return new NewsItem(
        id,
        Integer.toHexString(number++),
        "benchmark",
        outlet,
        Tier.PRESS,
        id,
        title,
        text,
        "en",
        null,
        Publication.ofInstant(published.minus(Duration.ofMinutes(1)), Provenance.FEED),
        false);
  }

  private String text(String first) {
    var text = new StringBuilder(first);
    while (text.length() < LENGTH) {
      text.append(text.isEmpty() ? "" : "\n\n");
      int sentences = 3 + random.nextInt(4);
      for (int s = 0; s < sentences; s++) sentence(text);
    }
    return text.toString();
  }

  private void sentence(StringBuilder text) {
    int length = 8 + random.nextInt(14);
    for (int w = 0; w < length; w++) {
      // As often as in language: the rank falls off exponentially here, which is near enough.
      int rank = (int) (-Math.log(1 - random.nextDouble()) * WORDS / 8) % WORDS;
      text.append(w == 0 ? "The " : " ").append(words.get(rank));
    }
    text.append(". ");
  }

  private String word() {
    var word = new StringBuilder();
    int length = 3 + random.nextInt(7);
    for (int i = 0; i < length; i++) word.append((char) ('a' + random.nextInt(26)));
    return word.toString();
  }
}
