package slipstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.contracts.config.Sources;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.PartitionLoader;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;

class IngestIT {
  @TempDir static Path data;
  static EmbeddedBroker broker;
  static KafkaClients clients;

  @TempDir Path base;
  Topics topics;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = EmbeddedBroker.start(data, 0);
    clients = new KafkaClients(broker.bootstrap());
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @BeforeEach
  void createTopics(TestInfo test) throws Exception {
    topics = Topics.of(test.getTestMethod().orElseThrow().getName() + "-", 4);
    try (var admin = clients.admin("test")) {
      new TopicAdmin(admin)
          .create(
              List.of(topics.newsItems(), topics.ingestSources(), topics.ingestCursors()),
              (short) 1);
    }
  }

  @Test
  void everyEntryOfAnArchive_arrivesOnce() throws Exception {
    Files.writeString(base.resolve("a.jsonl"), lines(0, 66));
    new SourceCatalog(clients, topics).apply(sources("a.jsonl"));
    try (var ingest = service()) {
      ingest.start();
      awaitExhausted(66);
      assertThat(ingest.progress()).isEqualTo(new IngestService.Progress(66, 66, true));
      assertThat(ingest.health().up()).isTrue();
    }
    assertArrivedOnce(66);
  }

  @Test
  void closedInTheMiddle_isContinuedWithoutDuplicates() throws Exception {
    Files.writeString(base.resolve("a.jsonl"), lines(0, 2000));
    new SourceCatalog(clients, topics).apply(sources("a.jsonl"));
    try (var ingest = service()) {
      ingest.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> ingest.progress().read() > 0);
    }
    try (var ingest = service()) {
      ingest.start();
      awaitExhausted(2000);
    }
    assertArrivedOnce(2000);
  }

  @Test
  void archiveThatGainsLines_isReadOn() throws Exception {
    Path file = base.resolve("a.jsonl");
    Files.writeString(file, lines(0, 5));
    new SourceCatalog(clients, topics).apply(sources("a.jsonl"));
    try (var ingest = service()) {
      ingest.start();
      awaitExhausted(5);
      Files.writeString(file, lines(5, 8), StandardOpenOption.APPEND);
      awaitExhausted(8);
    }
    assertArrivedOnce(8);
  }

  @Test
  void secondWorker_takesOverWhenTheFirstEnds() throws Exception {
    for (int i = 0; i < 3; i++)
      Files.writeString(base.resolve(i + ".jsonl"), lines(i * 500, i * 500 + 500));
    new SourceCatalog(clients, topics).apply(sources("0.jsonl", "1.jsonl", "2.jsonl"));
    var first = service();
    try (var second = service()) {
      first.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> first.progress().read() > 0);
      second.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> second.health().partitions() > 0);
      first.close();
      await().atMost(Duration.ofSeconds(30)).until(() -> second.health().partitions() == 4);
      awaitExhausted(500);
    }
    assertArrivedOnce(1500);
  }

  @Test
  void fencedOwner_losesAndDoublesNothing() throws Exception {
    Files.writeString(base.resolve("a.jsonl"), lines(0, 2000));
    new SourceCatalog(clients, topics).apply(sources("a.jsonl"));
    int partition = slipstream.contracts.kafka.Topic.partition("local", topics.partitions());
    try (var ingest = service()) {
      ingest.start();
      await().atMost(Duration.ofSeconds(60)).until(() -> ingest.progress().read() > 0);
      try (var usurper = clients.transactional("usurper", topics.id("ingest-" + partition))) {
        usurper.initTransactions();
      }
      Files.writeString(base.resolve("a.jsonl"), lines(2000, 2100), StandardOpenOption.APPEND);
      awaitExhausted(2100);
    }
    assertArrivedOnce(2100);
  }

  @Test
  void removedSource_isPolledNoMore() throws Exception {
    Files.writeString(base.resolve("a.jsonl"), lines(0, 5));
    var catalog = new SourceCatalog(clients, topics);
    assertThat(catalog.apply(sources("a.jsonl"))).isEqualTo(new SourceCatalog.Applied(1, 0));
    try (var ingest = service()) {
      ingest.start();
      awaitExhausted(5);
      assertThat(catalog.apply(sources())).isEqualTo(new SourceCatalog.Applied(0, 1));
      await().atMost(Duration.ofSeconds(10)).until(() -> ingest.health().sources() == 0);
    }
  }

  @Test
  void appliedTwice_writesNothingNew() {
    var catalog = new SourceCatalog(clients, topics);
    catalog.apply(sources("a.jsonl", "b.jsonl"));
    assertThat(catalog.apply(sources("a.jsonl", "b.jsonl")))
        .isEqualTo(new SourceCatalog.Applied(0, 0));
  }

  private IngestService service() {
    return new IngestService(
        clients,
        topics,
        () -> Instant.parse("2026-02-01T00:00:00Z"),
        new SimpleMeterRegistry(),
        IngestSettings.of(null, List.of(), base));
  }

  private static Sources sources(String... files) {
    var list = new ArrayList<Source>();
    for (String file : files) {
      String id = "archive-" + file.replace(".jsonl", "");
      list.add(
          new Source(
              id,
              Source.Kind.ARCHIVE,
              file,
              null,
              Tier.PRESS,
              "en",
              Duration.ofMillis(200),
              null,
              true,
              Map.of()));
    }
    return new Sources(null, list, List.of());
  }

  private static String lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                """
                {"url":"https://news.example/%d","outlet":"Example","title":"Title %d","text":"Text.","published":"2025-02-21"}
                """
                    .formatted(i, i))
        .collect(Collectors.joining());
  }

  private void awaitExhausted(long position) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              var cursors = cursors();
              assertThat(cursors).isNotEmpty();
              assertThat(cursors)
                  .allSatisfy(
                      c -> {
                        assertThat(c.position()).isEqualTo(position);
                        assertThat(c.exhausted()).isTrue();
                      });
            });
  }

  private List<Cursor> cursors() {
    var cursors = new ArrayList<Cursor>();
    for (int p = 0; p < topics.partitions(); p++) {
      cursors.addAll(PartitionTables.load(clients, topics, p).cursors().values());
    }
    return cursors;
  }

  private void assertArrivedOnce(int count) {
    var items = items();
    assertThat(items).hasSize(count);
    assertThat(new HashSet<>(items.stream().map(NewsItem::id).toList())).hasSize(count);
  }

  private List<NewsItem> items() {
    var items = new ArrayList<NewsItem>();
    for (int p = 0; p < topics.partitions(); p++) {
      new PartitionLoader(p)
          .into(topics.newsItems(), (id, item) -> items.add(item))
          .load(clients, "test");
    }
    return items;
  }
}
