package slipstream.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static slipstream.streams.Texts.item;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import slipstream.analysis.ledger.Announcements;
import slipstream.analysis.ledger.Ledger;
import slipstream.contracts.Change;
import slipstream.contracts.NewsItem;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/**
 * What breaks around the topology loses nothing and doubles nothing: as if nothing had happened.
 */
class KillIT {
  private static final int ITEMS = 450;
  private static final int KILLS = 2;
  private static final int INSTANCES = 2;
  private static final int PARTITIONS = 3;
  private static final Duration POLL = Duration.ofMillis(300);
  private static final Duration WITHIN = Duration.ofMinutes(2);

  @TempDir static Path dir;
  private static Cluster cluster;
  private static Topics undisturbed;

  @BeforeAll
  static void readUndisturbed() throws Exception {
    cluster = new Cluster(dir.resolve("kafka"));
    undisturbed = cluster.create("undisturbed.", PARTITIONS);
    publish(undisturbed, 0, ITEMS);
    readToTheEnd(undisturbed);
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Test
  void instancesKilledAtRandom_leaveTheSameAsAnUndisturbedOne() throws Exception {
    var killed = cluster.create("killed.", PARTITIONS);
    publishAmongKills(killed);
    readToTheEnd(killed);

    assertAsUndisturbed(killed);
  }

  @Test
  void brokerThatRestarts_isOutwaited() throws Exception {
    var restarted = cluster.create("restarted.", PARTITIONS);
    publish(restarted, 0, ITEMS / 2);
    try (var service = service(restarted)) {
      await().atMost(WITHIN).until(() -> !cluster.records(restarted.newsMentions()).isEmpty());
      cluster.restart();
      publish(restarted, ITEMS / 2, ITEMS);
      finish(restarted, service);
    }

    assertAsUndisturbed(restarted);
  }

  /** No file may grow beyond 32 kB any more: the stores fail to write just as on a full disk. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDisk_endsTheProcessWithItsCause_andTheNextOneGoesOn() throws Exception {
    var full = cluster.create("full.", PARTITIONS);
    publish(full, 0, 1);
    var process = StreamsProcess.of(cluster.clients(), full, stateDir(full)).start();
    try {
      await().atMost(WITHIN).until(() -> !cluster.records(full.newsMentions()).isEmpty());
      var limit = List.of("prlimit", "--fsize=32768", "--pid=" + process.pid());
      assertThat(new ProcessBuilder(limit).start().waitFor()).isZero();
      publish(full, 1, ITEMS);
      assertThat(process.getInputStream())
          .asString(UTF_8)
          .contains("stream threads keep dying", "File too large");
      assertThat(process.waitFor()).isOne();
    } finally {
      process.destroyForcibly().waitFor();
    }

    readToTheEnd(full);
    assertAsUndisturbed(full);
  }

  private static void publish(Topics topics, int from, int to) throws Exception {
    var sent = new ArrayList<Future<?>>();
    for (int i = from; i < to; i++) sent.add(cluster.publish(topics, news(i)));
    for (var each : sent) each.get();
  }

  /**
   * Partitions are read in any order, so the changes on the way may differ; what stands in the end
   * is what the ledger says, and nothing was said twice.
   */
  private static void assertAsUndisturbed(Topics topics) {
    assertThat(cluster.records(topics.newsDeadLetters())).isEmpty();
    assertThat(mentions(topics))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(mentions(undisturbed));
    assertThat(table(topics.releaseClaims())).isEqualTo(table(undisturbed.releaseClaims()));
    assertThat(table(topics.releaseOutlooks())).isEqualTo(table(undisturbed.releaseOutlooks()));
    assertThat(table(topics.countsSentiment())).isEqualTo(table(undisturbed.countsSentiment()));
    assertThat(table(topics.countsStatus())).isEqualTo(table(undisturbed.countsStatus()));
    assertToldOnce(topics);
  }

  private static void assertToldOnce(Topics topics) {
    var announced = cluster.values(topics.alertsChanges());
    assertThat(announced).hasSizeGreaterThan(5);
    assertThat(announced).extracting(Change::id).doesNotHaveDuplicates();
    var claims = List.copyOf(cluster.table(topics.releaseClaims()).values());
    var found = Ledger.fold(Texts.WIDGET, claims, Set.of(), StreamsProcess.NOW.instant(), "v1");
    assertThat(Announcements.settle(announced, found.changes(), Instant.now())).isEmpty();
  }

  private static List<String> mentions(Topics topics) {
    return cluster.values(topics.newsMentions()).stream()
        .map(m -> m.watched() + " " + m.item().id() + " " + m.item().version())
        .toList();
  }

  /** One after the other is killed while items come in, and started again. */
  private static void publishAmongKills(Topics topics) throws Exception {
    var random = new Random(20251122);
    var processes = new ArrayList<Process>();
    try {
      for (int i = 0; i < INSTANCES; i++) processes.add(start(topics, i));
      for (int kill = 1; kill <= KILLS; kill++) {
        int before = cluster.records(topics.newsMentions()).size();
        publish(topics, (kill - 1) * ITEMS / KILLS, kill * ITEMS / KILLS);
        int goOn = before + random.nextInt(ITEMS / KILLS / 2) + 1;
        await()
            .atMost(WITHIN)
            .pollInterval(POLL)
            .until(() -> cluster.records(topics.newsMentions()).size() > goOn);
        int victim = random.nextInt(INSTANCES);
        processes.get(victim).destroyForcibly().waitFor();
        processes.set(victim, start(topics, victim));
      }
    } finally {
      for (Process process : processes) process.destroyForcibly().waitFor();
    }
  }

  private static Process start(Topics topics, int number) throws Exception {
    Path state = Files.createDirectories(stateDir(topics).resolve("instance-" + number));
    return StreamsProcess.of(cluster.clients(), topics, state)
        .redirectOutput(Redirect.DISCARD)
        .start();
  }

  private static void readToTheEnd(Topics topics) throws Exception {
    try (var service = service(topics)) {
      finish(topics, service);
    }
  }

  private static void finish(Topics topics, StreamsService service) throws Exception {
    try (var lag = new Lag(cluster.clients(), "test")) {
      String group = topics.generationId("slipstream");
      List<Topic<String, ?>> news = List.of(topics.newsItems(), topics.newsMentions());
      await().atMost(WITHIN).until(() -> lag.isZero(group, news));
      service.tick();
      await().atMost(WITHIN).until(() -> lag.isZero(group, List.of(topics.ledgerClock())));
      assertThat(service.health().failure()).isNull();
    }
  }

  private static StreamsService service(Topics topics) throws Exception {
    return StreamsService.start(
        cluster.clients(),
        topics,
        () -> Texts.ANALYSIS,
        StreamsProcess.NOW,
        () -> false,
        stateDir(topics),
        StreamsSettings.DEFAULTS,
        new SimpleMeterRegistry());
  }

  private static Path stateDir(Topics topics) throws Exception {
    return Files.createDirectories(dir.resolve(topics.id("state")));
  }

  /** Every tenth item claims another month; some are copies, some name a theme. */
  private static NewsItem news(int i) {
    String day = LocalDate.of(2025, 1, 1).plusDays(i / 5).toString();
    String month = "2025-%02d-".formatted(1 + (i / 40) % 12);
    String claim = i % 10 == 0 ? " scheduled:" + month + "01.." + month + "28" : "";
    String text = "story " + (i % 50 == 1 ? i - 1 : i) + " one two three four five six seven";
    return item("item-" + i, "outlet-" + i % 7, day, "widget chips +" + claim, text);
  }

  /** Without the ids of changes, which name the occasion on which something was announced. */
  private static <V> Map<String, String> table(Topic<String, V> topic) {
    var table = new TreeMap<String, String>();
    cluster
        .table(topic)
        .forEach(
            (key, value) ->
                table.put(key, value.toString().replaceAll("(c|lastC)hange=[0-9a-f]+", "")));
    return table;
  }
}
