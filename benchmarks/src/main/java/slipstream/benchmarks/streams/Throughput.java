package slipstream.benchmarks.streams;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.contracts.kafka.Topics;
import slipstream.streams.Analysis;
import slipstream.streams.Lag;
import slipstream.streams.StreamsService;
import slipstream.streams.StreamsSettings;

/** Items a second, next to a bare topology that only decodes and encodes the same records. */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description =
        "Items a second through the topology and through a bare one that decodes and encodes the same"
            + " records, one thread each, exactly once; interleaved runs, medians. On a busy machine the ratio"
            + " of the CPU time of the stream thread and its producer says more than that of the rates.")
final class Throughput implements Callable<Integer> {
  private static final int PARTITIONS = 4;
  private static final double WARM = 0.2;
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  @Option(names = "--items", description = "Items of 5 kB (default: ${DEFAULT-VALUE}).")
  private int items = 50_000;

  @Option(names = "--runs", description = "Measured pairs, after one (default: ${DEFAULT-VALUE}).")
  private int runs = 3;

  @Override
  public Integer call() throws Exception {
    try (var bench = new Bench()) {
      var topics = bench.create("throughput.", PARTITIONS);
      publish(bench, topics);
      Analysis analysis = News.analysis();
      var bare = new ArrayList<Speed>();
      var ours = new ArrayList<Speed>();
      for (int run = 0; run <= runs; run++) {
        var generation = bench.create(topics.withGeneration(run + 1));
        Speed pass = bare(bench, topics, run);
        Speed whole = topology(bench, generation, analysis);
        tell(run == 0 ? "warm-up" : "run " + run, pass, whole);
        if (run == 0) continue;
        bare.add(pass);
        ours.add(whole);
      }
      tell("medians", median(bare), median(ours));
    }
    return 0;
  }

  private void publish(Bench bench, Topics topics) {
    var news = new News(1);
    Instant now = Instant.now();
    try (var producer = bench.producer()) {
      for (int i = 0; i < items; i++) {
        // Ten thousand mentions a day.
        var item = news.next(now.minus(Duration.ofMillis((items - i) * 864L)));
        var unused = producer.send(topics.newsItems().record(item.id(), item, topics.partitions()));
      }
    }
  }

  private static void tell(String what, Speed bare, Speed ours) {
    System.out.printf(
        "%s: bare %.0f/s, %.0f us of CPU each; topology %.0f/s, %.0f us; ratio %.2f, of CPU %.2f%n",
        what,
        bare.perSecond,
        bare.micros,
        ours.perSecond,
        ours.micros,
        ours.perSecond / bare.perSecond,
        bare.micros / ours.micros);
  }

  private static Speed median(List<Speed> runs) {
    return new Speed(
        Bench.median(runs.stream().map(Speed::perSecond).toList()),
        Bench.median(runs.stream().map(Speed::micros).toList()));
  }

  private Speed topology(Bench bench, Topics topics, Analysis analysis) throws Exception {
    try (var service =
        StreamsService.start(
            bench.clients,
            topics,
            () -> analysis,
            Instant::now,
            () -> false,
            bench.folder.resolve("state"),
            StreamsSettings.DEFAULTS,
            new SimpleMeterRegistry())) {
      String group = topics.generationId("slipstream");
      Speed speed;
      try (var lag = new Lag(bench.clients, topics.generationId("bench"))) {
        speed =
            speed(bench, topics, group, () -> lag.isZero(group, List.of(topics.newsMentions())));
      }
      if (service.health().failure() != null) {
        throw new IllegalStateException(service.health().failure());
      }
      return speed;
    }
  }

  private Speed bare(Bench bench, Topics topics, int run) throws Exception {
    String id = topics.id("bare-" + run);
    Properties settings = settings(bench, id);
    var items = topics.newsItems();
    var topology = new Topology();
    topology.addSource(
        "in", items.keys().deserializer(), items.values().deserializer(), items.name());
    // What is written does not matter: the topic of the mentions takes it as well.
    topology.addSink(
        "out",
        topics.withGeneration(1).newsDeadLetters().name(),
        items.keys().serializer(),
        items.values().serializer(),
        "in");
    try (var streams = new KafkaStreams(topology, settings)) {
      streams.start();
      return speed(bench, topics, id, () -> true);
    }
  }

  private static Properties settings(Bench bench, String id) {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bench.clients.bootstrap());
    settings.put(
        StreamsConfig.STATE_DIR_CONFIG, Path.of(bench.folder.toString(), "bare").toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        StreamsSettings.DEFAULTS.commitInterval().toMillis());
    settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    settings.put(StreamsConfig.producerPrefix("compression.type"), "zstd");
    settings.put(StreamsConfig.producerPrefix("linger.ms"), 5);
    return settings;
  }

  /** From the first fifth to the end: the start is not measured. */
  private Speed speed(Bench bench, Topics topics, String group, Callable<Boolean> restRead)
      throws Exception {
    var readTopic = topics.newsItems().name();
    long warm = (long) (items * WARM);
    long first = 0;
    long firstAt = 0;
    long firstCpu = 0;
    try (var admin = bench.clients.admin("rate")) {
      long end = ends(admin, topics);
      while (true) {
        long read = read(admin, group, readTopic);
        if (first == 0 && read >= warm) {
          first = read;
          firstAt = System.nanoTime();
          firstCpu = cpu();
        }
        if (read >= end && restRead.call()) {
          double count = read - first;
          return new Speed(
              count * 1e9 / (System.nanoTime() - firstAt), (cpu() - firstCpu) / 1e3 / count);
        }
        Thread.sleep(LOOK_EVERY.toMillis());
      }
    }
  }

  /** CPU time of the stream thread and its producer, in nanoseconds. */
  private static long cpu() {
    var threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().contains("StreamThread"))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
        .sum();
  }

  private static long read(Admin admin, String group, String topic) throws Exception {
    long sum = 0;
    try {
      for (var entry :
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet()) {
        if (entry.getKey().topic().equals(topic) && entry.getValue() != null)
          sum += entry.getValue().offset();
      }
    } catch (ExecutionException e) {
      return 0;
    }
    return sum;
  }

  private static long ends(Admin admin, Topics topics) throws Exception {
    long sum = 0;
    for (int p = 0; p < topics.partitions(); p++) {
      var partition = new TopicPartition(topics.newsItems().name(), p);
      var latest = admin.listOffsets(Map.of(partition, OffsetSpec.latest()));
      sum += latest.partitionResult(partition).get().offset();
    }
    return sum;
  }

  /**
   * How fast items were read.
   *
   * @param micros of CPU each took the stream thread and its producer
   */
  private record Speed(double perSecond, double micros) {}
}
