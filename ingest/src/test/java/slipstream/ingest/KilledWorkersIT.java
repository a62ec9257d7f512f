package slipstream.ingest;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.PartitionLoader;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;

/** Workers in processes of their own that are killed and frozen while the news goes on. */
@DisabledOnOs(OS.WINDOWS)
class KilledWorkersIT {
  private static final int SITES = 60;
  private static final int PARTITIONS = 8;
  private static final int KILLS = 3;
  private static final int KILLED = 137;
  private static final Duration FROZEN = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Random random = new Random();
  private final Map<String, Process> workers = new HashMap<>();
  private final Topics topics = Topics.of("", PARTITIONS);

  @Test
  void killedAndFrozenWorkers_loseAndDoubleNothing(@TempDir Path data) throws Exception {
    try (var broker = EmbeddedBroker.start(data, 0);
        var press = new LivePress(SITES)) {
      var clients = new KafkaClients(broker.bootstrap());
      createTopics(clients);
      new SourceCatalog(clients, topics).apply(press.sources());
      start("w0", broker);
      start("w1", broker);
      awaitShared(press, "w0", "w1");
      for (int i = 0; i < KILLS; i++) {
        awaitRandomMoment(press);
        kill("w" + i);
        start("w" + (i + 2), broker);
        awaitShared(press, "w" + (i + 1), "w" + (i + 2));
      }
      freeze(press, "w" + KILLS, "w" + (KILLS + 1));
      press.goQuiet();
      assertAllArrivedOnce(clients, press);
    } finally {
      workers.values().forEach(Process::destroyForcibly);
    }
  }

  /** The frozen one's sources go to the other; woken, it is fenced and joins again. */
  private void freeze(LivePress press, String frozen, String other) throws Exception {
    signal("STOP", frozen);
    long from = System.nanoTime();
    await().atMost(FROZEN).until(() -> press.askedBy(from).equals(Map.of(other, (long) SITES)));
    long left = FROZEN.toNanos() - (System.nanoTime() - from);
    await().pollDelay(Duration.ofNanos(left)).atMost(FROZEN).until(() -> true);
    signal("CONT", frozen);
    int until = press.published().size() + 10 * SITES;
    await().atMost(LONG).until(() -> press.published().size() >= until);
    awaitShared(press, frozen, other);
  }

  /** Both workers poll, and together all sites. */
  private static void awaitShared(LivePress press, String one, String other) {
    long from = System.nanoTime();
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              var asked = press.askedBy(System.nanoTime() - Duration.ofSeconds(3).toNanos());
              assertThat(asked).containsOnlyKeys(one, other);
              assertThat(asked.values().stream().mapToLong(n -> n).sum()).isEqualTo(SITES);
            });
    System.out.printf(
        "%s and %s share after %.1f s: %s%n",
        one, other, (System.nanoTime() - from) / 1e9, press.askedBy(from));
  }

  private void awaitRandomMoment(LivePress press) {
    int until = press.published().size() + random.nextInt(300);
    await().pollInterval(7, MILLISECONDS).until(() -> press.published().size() >= until);
  }

  private void assertAllArrivedOnce(KafkaClients clients, LivePress press) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(new TreeSet<>(arrived(clients))).isEqualTo(press.published()));
    assertThat(arrived(clients)).doesNotHaveDuplicates();
    System.out.printf("%d items of %d sites, each once%n", press.published().size(), SITES);
  }

  private List<String> arrived(KafkaClients clients) {
    var urls = new ArrayList<String>();
    for (int p = 0; p < topics.partitions(); p++) {
      new PartitionLoader(p)
          .into(topics.newsItems(), (id, item) -> urls.add(item.url()))
          .load(clients, "test");
    }
    return urls;
  }

  private void createTopics(KafkaClients clients) throws InterruptedException {
    try (var admin = clients.admin("test")) {
      new TopicAdmin(admin)
          .create(
              List.of(topics.newsItems(), topics.ingestSources(), topics.ingestCursors()),
              (short) 1);
    }
  }

  private void start(String name, EmbeddedBroker broker) throws IOException {
    workers.put(name, WorkerProcess.start(name, broker.bootstrap(), topics));
  }

  private void kill(String name) throws InterruptedException {
    Process worker = workers.get(name);
    worker.destroyForcibly();
    assertThat(worker.waitFor()).isEqualTo(KILLED);
  }

  private void signal(String signal, String name) throws IOException, InterruptedException {
    String pid = Long.toString(workers.get(name).pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
  }
}
