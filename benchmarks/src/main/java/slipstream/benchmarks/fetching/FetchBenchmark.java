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
 * Ingest under load, measured: {@code steady} (does it keep up with a schedule?), {@code most} (how
 * much can it do, against a bare loop?), {@code hour} (is memory flat over the polls of an hour?)
 * and {@code share} (do two workers share evenly?).
 *
 * <p>Workers have 512 MB and one core; the server has a JVM of its own beside Kafka on the other.
 */
public final class FetchBenchmark implements AutoCloseable {
  private static final int FEEDS = 10_000;
  private static final int WORKING = FEEDS * 46 / 50;
  private static final int ITEMS = 20;
  private static final int PARTITIONS = 4;
  private static final String WORKER_CORE = "0";
  private static final String OTHER_CORE = "1";

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
   * @param args steady, most, hour or share; seconds to measure
   */
  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("slipstream-fetch");
    int seconds = Integer.parseInt(args[1]);
    try (var benchmark = new FetchBenchmark(data)) {
      switch (args[0]) {
        case "steady" -> benchmark.steady(seconds);
        case "most" -> benchmark.most(seconds);
        case "hour" -> benchmark.hour();
        case "share" -> benchmark.share(seconds);
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
    System.exit(0);
  }

  private void steady(int seconds) throws IOException, InterruptedException {
    apply(Duration.ofSeconds(28));
    start("w1", WORKER_CORE);
    awaitAllRead();
    measure(seconds);
  }

  private void most(int seconds) throws IOException, InterruptedException {
    double bare = bare(seconds / 2);
    apply(Duration.ofSeconds(1));
    start("w1", WORKER_CORE);
    awaitAllRead();
    double ours = measure(seconds);
    say("bare loop of the same client: %.0f requests/s; ratio %.2f", bare, ours / bare);
  }

  /**
   * As many polls as an hour brings when 10,000 feeds are polled every 10 minutes, after the first
   * of each. Memory is what is looked at, so the worker may use both cores to get there sooner.
   */
  private void hour() throws IOException, InterruptedException {
    apply(Duration.ofSeconds(1));
    start("w1", WORKER_CORE + "," + OTHER_CORE);
    for (int minutes = 0; minutes <= 60; minutes += 10) {
      while (asked() < FEEDS + minutes * (FEEDS / 10L)) TimeUnit.MILLISECONDS.sleep(100);
      String heap = ask(0, "g").split(" ")[0];
      say("after %d minutes: heap %s MiB, %d items", minutes, heap, arrivals.count());
    }
  }

  private void share(int seconds) throws IOException, InterruptedException {
    apply(Duration.ofSeconds(28));
    start("w1", WORKER_CORE);
    start("w2", WORKER_CORE);
    awaitAllRead();
    measure(seconds);
  }

  private double measure(int seconds) throws IOException, InterruptedException {
    var before = stats();
    long cpu = Long.parseLong(ask(0, "").split(" ")[1]);
    arrivals.restart();
    long from = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    var after = stats();
    double took = (System.nanoTime() - from) / 1e9;
    String[] told = ask(0, "g").split(" ");
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

  private double bare(int seconds) throws IOException {
    Process loop =
        java(
            WORKER_CORE,
            "-Xmx512m",
            BareLoop.class,
            Integer.toString(port),
            Integer.toString(FEEDS),
            "10",
            Integer.toString(seconds));
    return Double.parseDouble(loop.inputReader().readLine());
  }

  private void awaitAllRead() throws IOException, InterruptedException {
    long from = System.nanoTime();
    while (asked() < FEEDS || arrivals.count() < WORKING * ITEMS) TimeUnit.MILLISECONDS.sleep(200);
    say("every feed was read once within %.1f s", (System.nanoTime() - from) / 1e9);
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

  private void start(String name, String core) throws IOException {
    workers.add(
        java(
            core,
            "-Xmx512m",
            WorkerMain.class,
            name,
            broker.bootstrap(),
            Integer.toString(PARTITIONS)));
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
