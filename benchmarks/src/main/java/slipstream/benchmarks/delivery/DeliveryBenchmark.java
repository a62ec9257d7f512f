package slipstream.benchmarks.delivery;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Certainty;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.ItemRef;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Precision;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.Severity;
import slipstream.contracts.Tier;
import slipstream.contracts.Window;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;

/**
 * How many changes a second reach a local webhook, against a bare loop that consumes and posts, and
 * how long a change takes from its record to the receiver at 50 a second.
 *
 * <p>What is measured runs in a process of its own, on one core where the system has {@code
 * taskset}; broker, producer and webhook are here. A round sends a backlog: its last third is
 * measured, when the code is compiled.
 */
public final class DeliveryBenchmark implements AutoCloseable {
  private static final int ROUNDS = 2;
  private static final int BACKLOG = 24_000;
  private static final int MEASURED = 8_000;
  private static final int SUBJECTS = 50;
  private static final int PACED = 1_000;
  private static final int PACED_WARM_UP = 250;
  private static final Duration PACE = Duration.ofMillis(20);

  private final EmbeddedBroker broker;
  private final KafkaClients clients;
  private final Producer<byte[], byte[]> producer;
  private int installations;

  private DeliveryBenchmark(Path data) throws IOException {
    broker = EmbeddedBroker.start(data, 0);
    clients = new KafkaClients(broker.bootstrap());
    producer = clients.producer("benchmark");
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    try (var benchmark = new DeliveryBenchmark(Files.createTempDirectory("delivery"))) {
      for (int round = 1; round <= ROUNDS; round++) {
        double bare = benchmark.measure("bare", false);
        double alerts = benchmark.measure("alerts", round == ROUNDS);
        System.out.printf(
            "round %d: bare %.0f/s, alerts %.0f/s, ratio %.2f (load of the machine %.1f)%n",
            round, bare, alerts, alerts / bare, load());
      }
    }
  }

  @Override
  public void close() throws IOException {
    producer.close();
    broker.close();
  }

  /** Changes a second of the last third of a backlog. */
  private double measure(String what, boolean paced) throws IOException, InterruptedException {
    var topics = Topics.of("b" + installations++ + ".", Sender.PARTITIONS);
    try (var admin = clients.admin("benchmark")) {
      new TopicAdmin(admin).create(topics.all(), (short) 1);
    }
    for (int i = 0; i < BACKLOG; i++) send(topics, change("backlog-" + i, i));
    producer.flush();
    try (var endpoint = new Endpoint()) {
      Process sender = start(what, topics, endpoint);
      try {
        endpoint.await(BACKLOG);
        double rate = rate(endpoint.arrivals());
        if (paced) pace(topics, endpoint);
        return rate;
      } finally {
        sender.destroy();
        sender.waitFor();
      }
    }
  }

  /** Runnable threads of the whole machine, mean of the last minute. */
  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static double rate(long[] arrivals) {
    Arrays.sort(arrivals);
    int last = arrivals.length - 1;
    return MEASURED * 1e9 / (arrivals[last] - arrivals[last - MEASURED]);
  }

  private void pace(Topics topics, Endpoint endpoint) {
    var sent = new HashMap<String, Long>();
    int before = endpoint.arrivals().length;
    long next = System.nanoTime();
    for (int i = 0; i < PACED_WARM_UP + PACED; i++) {
      next += PACE.toNanos();
      LockSupport.parkNanos(next - System.nanoTime());
      String id = "paced-" + i;
      if (i >= PACED_WARM_UP) sent.put(id, System.nanoTime());
      send(topics, change(id, i));
    }
    endpoint.await(before + PACED_WARM_UP + PACED);
    double[] ms =
        sent.entrySet().stream()
            .mapToDouble(e -> (endpoint.arrival(e.getKey()) - e.getValue()) / 1e6)
            .sorted()
            .toArray();
    System.out.printf(
        "%d changes at 50/s: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms%n",
        PACED, ms[PACED / 2], ms[PACED * 95 / 100], ms[PACED * 99 / 100], ms[PACED - 1]);
  }

  private void send(Topics topics, Change change) {
    var unused =
        producer.send(topics.alertsChanges().record(change.subject(), change, Sender.PARTITIONS));
  }

  private Process start(String what, Topics topics, Endpoint endpoint) throws IOException {
    var command = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      command.addAll(List.of("taskset", "-c", "0"));
    }
    command.addAll(
        List.of(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:ActiveProcessorCount=1"));
    command.addAll(List.of(System.getProperty("sender.options", "").split(" ")));
    command.removeIf(String::isEmpty);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Sender.class.getName(),
            what,
            broker.bootstrap(),
            topics.id(""),
            endpoint.url()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static Change change(String id, int number) {
    var may = new Window(LocalDate.of(2031, 5, 1), LocalDate.of(2031, 5, 10), Precision.WEEK);
    var june = new Window(LocalDate.of(2031, 6, 1), LocalDate.of(2031, 6, 30), Precision.MONTH);
    Instant now = Instant.now();
    var item =
        new ItemRef(
            id,
            id,
            "https://news.example/" + id,
            "The widget comes later",
            "Example Times",
            Tier.PRESS,
            Publication.ofInstant(now, Provenance.FEED),
            false);
    return new Change(
        id,
        "subject-" + number % SUBJECTS,
        ChangeKind.SLIPPED,
        Severity.HEADLINE,
        new Position(OutlookState.DATED, ClaimStatus.SCHEDULED, may),
        new Position(OutlookState.DATED, ClaimStatus.DELAYED, june),
        new Quote("the widget will now ship in June, two people with knowledge said", 0, 64, false),
        item,
        id,
        Certainty.REPORTED,
        List.of("Example Wire"),
        1,
        51,
        now,
        now,
        false,
        null,
        List.of(),
        false,
        "benchmark");
  }
}
