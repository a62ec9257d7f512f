package slipstream.benchmarks.fetching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.contracts.config.Sources;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;
import slipstream.ingest.SourceCatalog;

/**
 * Ingest under load, measured: {@code steady} (does one worker keep up with a schedule, and what is
 * that against a bare loop?), {@code share} (do two share it evenly?) and {@code hour} (how much
 * can one worker do, and is its memory flat over the polls of an hour?).
 *
 * <p>Workers have 512 MB and one core; the server has a JVM of its own beside Kafka on the other.
 */
public final class FetchBenchmark implements AutoCloseable {
  private static final int FEEDS = 10_000;
  private static final int WORKING = FEEDS * 46 / 50;
  private static final int ITEMS = 10;
  private static final int PARTITIONS = 4;
  private static final String WORKER_CORE = "0";
  private static final String OTHER_CORE = "1";
  private static final String BOTH_CORES = "0,1";
  private static final int SETTLE_SECONDS = 10;

  private final EmbeddedBroker broker;
  private final KafkaClients clients;
  private final Topics topics = Topics.of("", PARTITIONS);
  private final Process server;
  private final int port;
  private final Arrivals arrivals;
  private final List<Process> workers = new ArrayList<>();

  private FetchBenchmark(Path data) throws IOException, InterruptedException {
    broker = EmbeddedBroker.start(data, 0);
    clients = new KafkaClients(broker.bootstrap());
    try (var admin = clients.admin("benchmark")) {
      new TopicAdmin(admin)
          .create(
              List.of(topics.newsItems(), topics.ingestSources(), topics.ingestCursors()),
              (short) 1);
    }
    server = java(OTHER_CORE, "-Xmx256m", FeedServer.class);
    port = Integer.parseInt(server.inputReader().readLine());
    arrivals = new Arrivals(clients, topics);
    arrivals.start();
  }

  /**
   * @param args steady, share or hour
   */
  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("slipstream-fetch");
    try (var benchmark = new FetchBenchmark(data)) {
      switch (args[0]) {
        case "steady" -> benchmark.steady();
        case "share" -> benchmark.share();
        case "hour" -> benchmark.hour();
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
    System.exit(0);
  }

  /** A stress schedule: 10,000 feeds every 28 s, with what jitter adds some 340 polls a second. */
  private void steady() throws IOException, InterruptedException {
    apply(Duration.ofSeconds(28));
    start("w1");
    settle();
    double one = measure(40);
    double bare = bare();
    say(
        "bare loop of the same client: %.0f requests/s; the schedule is %.2f of it",
        bare, one / bare);
  }

  /** The same schedule for two workers, which share one core too. */
  private void share() throws IOException, InterruptedException {
    apply(Duration.ofSeconds(28));
    start("w1");
    start("w2");
    settle();
    measure(30);
  }

  /** As many polls as an hour brings when 10,000 feeds are polled every 10 minutes. */
  private void hour() throws IOException, InterruptedException {
    apply(Duration.ofSeconds(1));
    start("w1");
    settle();
    long from = asked();
    long started = System.nanoTime();
    for (int minutes = 0; minutes <= 60; minutes += 10) {
      while (asked() < from + minutes * (FEEDS / 10L)) TimeUnit.MILLISECONDS.sleep(100);
      double rate = (asked() - from) / ((System.nanoTime() - started) / 1e9);
      String heap = ask(0, "g").split(" ", -1)[0];
      say(
          "after %d minutes: heap %s MiB, %d items, %.0f requests/s",
          minutes, heap, arrivals.count(), rate);
    }
    say("bare loop of the same client: %.0f requests/s", bare());
  }

  private double measure(int seconds) throws IOException, InterruptedException {
    var before = stats();
    long cpu = Long.parseLong(ask(0, "").split(" ", -1)[1]);
    arrivals.restart();
    long from = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    var after = stats();
    double took = (System.nanoTime() - from) / 1e9;
    String[] told = ask(0, "g").split(" ", -1);
    var rates = new TreeMap<String, Long>();
    after.forEach((what, n) -> rates.put(what, n - before.getOrDefault(what, 0L)));
    rates.forEach((what, n) -> say("%s: %d, %.1f/s", what, n, n / took));
    double rate = sum(rates) / took;
    say(
        "%.0f requests/s; %.0f %% of a core; heap %s MiB",
        rate, 100.0 * (Long.parseLong(told[1]) - cpu) / took, told[0]);
    say(
        "answer to news.items: p50 %d ms, p99 %d ms; %d items, %d doubles",
        arrivals.quantile(0.5), arrivals.quantile(0.99), arrivals.count(), arrivals.doubles());
    return rate;
  }

  /** Requests a second of a loop that has the core of the workers, which end here. */
  private double bare() throws IOException, InterruptedException {
    for (Process worker : workers) worker.destroyForcibly().waitFor();
    Process loop =
        java(
            WORKER_CORE,
            "-Xmx512m",
            BareLoop.class,
            Integer.toString(port),
            Integer.toString(FEEDS),
            "8",
            "12");
    return Double.parseDouble(loop.inputReader().readLine());
  }

  /** Waits until every feed was read once, with both cores; then gives the workers their one. */
  private void settle() throws IOException, InterruptedException {
    long from = System.nanoTime();
    while (asked() < FEEDS || arrivals.count() < WORKING * ITEMS) TimeUnit.MILLISECONDS.sleep(200);
    say("every feed was read once within %.1f s", (System.nanoTime() - from) / 1e9);
    pin();
    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
  }

  private void pin() throws IOException, InterruptedException {
    for (Process worker : workers) {
      String pid = Long.toString(worker.pid());
      new ProcessBuilder("taskset", "-acp", WORKER_CORE, pid).start().waitFor();
    }
  }

  private long asked() throws IOException {
    return sum(stats());
  }

  private static long sum(Map<String, Long> stats) {
    return stats.entrySet().stream()
        .filter(e -> e.getKey().startsWith("asked by Slipstream"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Map<String, Long> stats() throws IOException {
    var stats = new TreeMap<String, Long>();
    var url = URI.create("http://127.0.0.1:" + port + "/stats").toURL();
    try (var in = new BufferedReader(new InputStreamReader(url.openStream(), UTF_8))) {
      for (String line : in.lines().toList()) {
        stats.put(
            line.substring(0, line.indexOf('\t')),
            Long.parseLong(line.substring(line.indexOf('\t') + 1)));
      }
    }
    return stats;
  }

  private void apply(Duration interval) {
    var sources = new ArrayList<Source>();
    for (int i = 0; i < FEEDS; i++) {
      String url = "http://feed" + i + ".example:" + port + "/feed";
      sources.add(
          new Source(
              "feed" + i,
              Source.Kind.FEED,
              url,
              "F",
              Tier.PRESS,
              "en",
              interval,
              null,
              false,
              Map.of()));
    }
    new SourceCatalog(clients, topics).apply(new Sources(null, sources, List.of()));
  }

  private void start(String name) throws IOException {
    String[] args = {name, broker.bootstrap(), Integer.toString(PARTITIONS)};
    workers.add(java(BOTH_CORES, "-Xmx512m", WorkerMain.class, args));
  }

  private String ask(int worker, String what) throws IOException {
    Process process = workers.get(worker);
    process.outputWriter().write(what + "\n");
    process.outputWriter().flush();
    return process.inputReader().readLine();
  }

  private static Process java(String core, String heap, Class<?> main, String... args)
      throws IOException {
    var command = new ArrayList<>(List.of("taskset", "-c", core));
    command.addAll(
        List.of(System.getProperty("java.home") + "/bin/java", heap, "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void say(String text, Object... values) {
    System.out.printf(Locale.ROOT, text + "%n", values);
  }

  @Override
  public void close() throws IOException {
    workers.forEach(Process::destroy);
    server.destroy();
    broker.close();
  }
}
