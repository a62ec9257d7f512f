package slipstream.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static slipstream.streams.Texts.item;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

class StreamsServiceIT {
  private static final String MAY = "widget scheduled:2025-05-01..2025-05-31";
  private static final String AUGUST = "widget delayed:2025-08-01..2025-08-31";
  private static final Instant NOW = Instant.parse("2025-04-21T00:00:00Z");
  private static final Duration WITHIN = Duration.ofSeconds(60);

  private static Cluster cluster;

  @TempDir Path stateDir;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    cluster = new Cluster(data);
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Test
  void restart_goesOnWithinSeconds_andAnnouncesNothingTwice() throws Exception {
    var topics = cluster.create("restart.", 2);
    cluster.publish(topics, item("a", "2025-04-01", MAY)).get();
    try (var service = service(topics, NOW)) {
      await().atMost(WITHIN).until(() -> kinds(topics).size() == 1 && service.health().isWell());
    }

    cluster.publish(topics, item("a", "2025-04-01", MAY)).get();
    cluster.publish(topics, item("b", "2025-04-20", AUGUST)).get();
    long start = System.nanoTime();
    try (var service = service(topics, NOW)) {
      await().atMost(WITHIN).until(() -> kinds(topics).size() == 2);
      assertThat(service.health().failure()).isNull();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    assertThat(kinds(topics)).containsExactly(ChangeKind.NEW_CLAIM, ChangeKind.SLIPPED);
  }

  @Test
  void windowThatPasses_isOverdue_onceNothingIsLeftToRead() throws Exception {
    var topics = cluster.create("overdue.", 2);
    cluster.publish(topics, item("a", "2025-04-01", MAY)).get();

    try (var service = service(topics, Instant.parse("2025-06-01T00:00:00Z"))) {
      await().atMost(WITHIN).until(() -> kinds(topics).contains(ChangeKind.OVERDUE));
      assertThat(service.health().clockRunning()).isTrue();
    }
    assertThat(kinds(topics)).containsExactly(ChangeKind.NEW_CLAIM, ChangeKind.OVERDUE);
    assertThat(cluster.table(topics.releaseOutlooks()).get("widget").overdue()).isTrue();
  }

  @Test
  void undecodableAndFailingRecords_arePutAside_withWhereAndWhy() throws Exception {
    var topics = cluster.create("letters.", 1);
    send(topics.newsItems(), "no json");
    cluster.publish(topics, item("bad", "2025-04-01", "widget cast")).get();
    send(topics.newsMentions(), "{}");
    cluster.publish(topics, item("good", "2025-04-01", MAY)).get();

    try (var service = service(topics, NOW)) {
      await().atMost(WITHIN).until(() -> kinds(topics).size() == 1);
      await().atMost(WITHIN).until(() -> letters(topics).size() == 3);
      assertThat(service.health().isWell()).isTrue();
    }
    assertThat(letters(topics))
        .containsExactlyInAnyOrder(
            "letters.news.items-0@0 undecodable no json",
            "letters.news.items-0@1 failed widget",
            "letters.news.mentions-0@0 undecodable {}");
  }

  @Test
  void replayedLetters_countOnce_andWhatStillFailsIsPutAsideAgain() throws Exception {
    var topics = cluster.create("replay.", 1);
    cluster.publish(topics, item("bad", "2025-04-01", "widget cast")).get();
    cluster.publish(topics, item("good", "2025-04-01", MAY)).get();
    try (var service = service(topics, NOW)) {
      await().atMost(WITHIN).until(() -> kinds(topics).size() == 1);
      var again = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      again.addAll(cluster.records(topics.newsItems()));
      again.addAll(cluster.records(topics.newsMentions()));
      for (var record : again) {
        var replay = new ProducerRecord<>(record.topic(), 0, record.key(), record.value());
        replay.headers().add(Replayed.HEADER, new byte[0]);
        cluster.send(replay, Instant.ofEpochMilli(record.timestamp())).get();
      }
      await().atMost(WITHIN).until(() -> letters(topics).size() == 2);
      cluster.publish(topics, item("c", "2025-04-20", AUGUST)).get();
      await().atMost(WITHIN).until(() -> kinds(topics).size() == 2);
      assertThat(service.health().isWell()).isTrue();
    }
    assertThat(cluster.table(topics.countsSentiment()).get("widget|total").n()).isEqualTo(2);
  }

  @Test
  void topicThatIsNotAsItMustBe_isNamedAtTheStart() throws Exception {
    cluster.create("checked.", 2);
    assertThatThrownBy(() -> cluster.create("checked.", 3))
        .hasMessageContaining("topic checked.news.items has 2 partitions, not 3");

    try (var admin = cluster.clients().admin("test")) {
      var topic = new ConfigResource(ConfigResource.Type.TOPIC, "checked.release.claims");
      var wrong = new ConfigEntry("cleanup.policy", "delete");
      admin
          .incrementalAlterConfigs(
              Map.of(topic, List.of(new AlterConfigOp(wrong, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
    assertThatThrownBy(() -> cluster.create("checked.", 2))
        .hasMessageContaining(
            "topic checked.release.claims has cleanup.policy=delete, not compact");
  }

  private StreamsService service(Topics topics, Instant now) throws InterruptedException {
    return StreamsService.start(
        cluster.clients(),
        topics,
        () -> Texts.ANALYSIS,
        InstantSource.fixed(now),
        () -> true,
        stateDir,
        StreamsSettings.DEFAULTS,
        new SimpleMeterRegistry());
  }

  private static void send(Topic<String, ?> topic, String value) throws Exception {
    var record = new ProducerRecord<>(topic.name(), 0, "k".getBytes(UTF_8), value.getBytes(UTF_8));
    cluster.send(record, NOW).get();
  }

  private static List<ChangeKind> kinds(Topics topics) {
    return cluster.values(topics.alertsChanges()).stream().map(Change::kind).toList();
  }

  private static List<String> letters(Topics topics) {
    return cluster.records(topics.newsDeadLetters()).stream()
        .map(
            letter -> {
              var headers = new java.util.HashMap<String, String>();
              letter.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
              String value = new String(letter.value(), UTF_8);
              return "%s-%s@%s %s %s"
                  .formatted(
                      headers.get("__streams.errors.topic"),
                      headers.get("__streams.errors.partition"),
                      headers.get("__streams.errors.offset"),
                      headers.get("__streams.errors.reason"),
                      value.contains("\"title\":\"widget cast\"") ? "widget" : value);
            })
        .toList();
  }
}
