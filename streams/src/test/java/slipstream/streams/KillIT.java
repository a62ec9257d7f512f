package slipstream.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static slipstream.streams.Texts.item;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.contracts.Change;
import slipstream.contracts.NewsItem;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/** SIGKILL at random moments loses nothing and doubles nothing: as if nothing had happened. */
class KillIT {
  private static final int ITEMS = 600;
  private static final int KILLS = 2;

  /** One: then both runs read in the same order, and announce the very same. */
  private static final int PARTITIONS = 1;

  private static final Duration POLL = Duration.ofMillis(300);
  private static final Duration WITHIN = Duration.ofMinutes(2);

  @TempDir Path dir;

  @Test
  void killedProcess_leavesTheSameAsAnUndisturbedOne() throws Exception {
    try (var cluster = new Cluster(dir.resolve("kafka"))) {
      var undisturbed = cluster.create("undisturbed.", PARTITIONS);
      for (int i = 0; i < ITEMS; i++) cluster.post(undisturbed, news(i));
      readToTheEnd(cluster, undisturbed);

      var killed = cluster.create("killed.", PARTITIONS);
      publishAmongKills(cluster, killed);
      readToTheEnd(cluster, killed);

      assertThat(changes(cluster, killed))
          .hasSizeGreaterThan(5)
          .isEqualTo(changes(cluster, undisturbed));
      assertThat(cluster.records(killed.newsMentions()))
          .hasSameSizeAs(cluster.records(undisturbed.newsMentions()));
      assertThat(table(cluster, killed.releaseClaims()))
          .isEqualTo(table(cluster, undisturbed.releaseClaims()));
      assertThat(table(cluster, killed.countsSentiment()))
          .isEqualTo(table(cluster, undisturbed.countsSentiment()));
      assertThat(table(cluster, killed.countsStatus()))
          .isEqualTo(table(cluster, undisturbed.countsStatus()));
    }
  }

  private void publishAmongKills(Cluster cluster, Topics topics) throws Exception {
    var random = new Random(20251122);
    int published = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int before = cluster.records(topics.newsMentions()).size();
      var process =
          StreamsProcess.start(cluster.clients(), "killed.", PARTITIONS, stateDir(topics));
      try {
        int until = (kill + 1) * ITEMS / KILLS;
        int goOn = before + random.nextInt(ITEMS / KILLS / 2) + 1;
        while (published < until) cluster.post(topics, news(published++));
        await()
            .atMost(WITHIN)
            .pollInterval(POLL)
            .until(() -> cluster.records(topics.newsMentions()).size() > goOn);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private void readToTheEnd(Cluster cluster, Topics topics) throws Exception {
    try (var lag = new Lag(cluster.clients(), "test");
        var service =
            StreamsService.start(
                cluster.clients(),
                topics,
                () -> Texts.ANALYSIS,
                StreamsProcess.NOW,
                () -> false,
                stateDir(topics),
                StreamsSettings.DEFAULTS,
                new SimpleMeterRegistry())) {
      String group = topics.generationId("slipstream");
      List<Topic<String, ?>> news = List.of(topics.newsItems(), topics.newsMentions());
      await().atMost(WITHIN).until(() -> lag.isZero(group, news));
      service.tick();
      await().atMost(WITHIN).until(() -> lag.isZero(group, List.of(topics.ledgerClock())));
      assertThat(service.health().failure()).isNull();
    }
  }

  private Path stateDir(Topics topics) throws Exception {
    return Files.createDirectories(dir.resolve(topics.id("state")));
  }

  /** Every tenth item claims another month; some are copies, some name a theme. */
  private static NewsItem news(int i) {
    String day = java.time.LocalDate.of(2025, 1, 1).plusDays(i / 5).toString();
    String month = "2025-%02d-".formatted(1 + (i / 40) % 12);
    String claim = i % 10 == 0 ? " scheduled:" + month + "01.." + month + "28" : "";
    String text = "story " + (i % 50 == 1 ? i - 1 : i) + " one two three four five six seven";
    return item("item-" + i, "outlet-" + i % 7, day, "widget chips +" + claim, text);
  }

  private static List<String> changes(Cluster cluster, Topics topics) {
    var changes = cluster.values(topics.alertsChanges());
    assertThat(changes).extracting(Change::id).doesNotHaveDuplicates();
    return changes.stream().map(c -> c.id() + " " + c.kind() + " " + c.after()).toList();
  }

  private static <V> Map<String, String> table(Cluster cluster, Topic<String, V> topic) {
    var table = new TreeMap<String, String>();
    cluster.table(topic).forEach((key, value) -> table.put(key, value.toString()));
    return table;
  }
}
