package slipstream.benchmarks.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;
import slipstream.streams.Lag;
import slipstream.streams.StreamsService;
import slipstream.streams.StreamsSettings;

/** What a month of mentions costs: memory, disk, and the time to restore it all. */
@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    description =
        "Resident memory and disk of an instance that holds days of mentions (850 words each, one in ten"
            + " with a claim), and the time in which another one restores them on an empty folder.")
final class State implements Callable<Integer> {
  private static final String PREFIX = "state.";
  private static final int PARTITIONS = 4;
  private static final double MEGA = 1e6;

  @Option(names = "--days", description = "Days (default: ${DEFAULT-VALUE}).")
  private int days = 30;

  @Option(names = "--a-day", description = "Mentions a day (default: ${DEFAULT-VALUE}).")
  private int perDay = 10_000;

  @Option(names = "--heap", description = "Of the instance (default: ${DEFAULT-VALUE}).")
  private String heap = "800m";

  @Override
  public Integer call() throws Exception {
    try (var bench = new Bench()) {
      var topics = bench.create(PREFIX, PARTITIONS);
      long begin = System.nanoTime();
      publish(bench, topics);
      System.out.printf("%d mentions written in %.0f s%n", days * perDay, seconds(begin));
      Path state = bench.folder.resolve("state");
      begin = System.nanoTime();
      run(bench, topics, state, "read and folded", begin);
      System.out.printf(
          "on disk: stores %.0f MB, changelogs %.0f MB, mentions %.0f MB%n",
          size(state, "") / MEGA,
          size(bench.folder.resolve("kafka"), "-changelog-") / MEGA,
          size(bench.folder.resolve("kafka"), "news.mentions-") / MEGA);
      run(bench, topics, state, "restarted on its stores", System.nanoTime());
      delete(state);
      run(bench, topics, state, "restored on an empty folder", System.nanoTime());
    }
    return 0;
  }

  private void publish(Bench bench, Topics topics) {
    var mentions = new Mentions();
    Instant first = Instant.now().minus(Duration.ofDays(days));
    try (var producer = bench.producer()) {
      for (int i = 0; i < days * perDay; i++) {
        Instant learned = first.plusMillis(i * 86_400_000L / perDay);
        var mention = mentions.next(learned);
        var record = topics.newsMentions().record(mention.watched(), mention, PARTITIONS);
        var unused =
            producer.send(
                new ProducerRecord<>(
                    record.topic(),
                    record.partition(),
                    learned.toEpochMilli(),
                    record.key(),
                    record.value()));
      }
    }
  }

  private void run(Bench bench, Topics topics, Path state, String what, long begin)
      throws Exception {
    var child =
        Bench.java(
            List.of("-XX:+UseSerialGC", "-Xmx" + heap),
            Child.class,
            bench.clients.bootstrap(),
            state.toString());
    try (var out =
            new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        var lag = new Lag(bench.clients, topics.id("bench"))) {
      if (out.readLine() == null) throw new IOException("the instance did not start");
      String group = topics.generationId("slipstream");
      while (!lag.isZero(group, List.of(topics.newsMentions()))) {
        if (!child.isAlive()) throw new IOException("the instance ended");
        Thread.sleep(200);
      }
      double took = seconds(begin);
      double cpu = child.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
      System.out.printf(
          "%s in %.1f s (%.1f s of CPU), resident %s%n", what, took, cpu, resident(child));
    } finally {
      child.destroy();
      child.waitFor();
    }
  }

  /** Now and at most, as Linux counts it. */
  private static String resident(Process process) throws IOException {
    long now = 0;
    long most = 0;
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      long kilobytes = line.startsWith("Vm") ? Long.parseLong(line.replaceAll("[^0-9]", "")) : 0;
      if (line.startsWith("VmRSS:")) now = kilobytes;
      if (line.startsWith("VmHWM:")) most = kilobytes;
    }
    return "%d MB (at most %d MB)".formatted(now / 1000, most / 1000);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double size(Path folder, String part) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().contains(part) && Files.isRegularFile(f))
          // The files of an index are longer than what they take up.
          .filter(f -> !f.toString().endsWith("index"))
          .mapToLong(f -> f.toFile().length())
          .sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  /** An instance in a process of its own: prints a line when it is at work. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws InterruptedException {
      var analysis = News.analysis();
      var service =
          StreamsService.start(
              new KafkaClients(args[0]),
              Topics.of(PREFIX, PARTITIONS),
              () -> analysis,
              Instant::now,
              () -> false,
              Path.of(args[1]),
              StreamsSettings.DEFAULTS,
              new SimpleMeterRegistry());
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "close"));
      while (!service.health().isWell()) Thread.sleep(50);
      System.out.println("well");
      Thread.currentThread().join();
    }
  }
}
