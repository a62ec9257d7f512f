package slipstream.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import slipstream.contracts.Change;
import slipstream.contracts.ClaimOverride;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Tick;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/** The topology in the test driver: news in, everything out; can be stopped and started again. */
final class TestPipeline implements AutoCloseable {
  static final Topics TOPICS = Topics.of("", 1);
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Path stateDir;
  private final Analysis analysis;
  private StreamsSettings settings;
  private final List<Change> announced = new ArrayList<>();
  private final Map<String, Map<String, Object>> tables = new TreeMap<>();
  private Function<String, List<Change>> history;
  private TopologyTestDriver driver;

  TestPipeline(Path stateDir) {
    this(stateDir, subject -> List.of());
  }

  TestPipeline(Path stateDir, Function<String, List<Change>> history) {
    this(stateDir, history, true);
  }

  TestPipeline(Path stateDir, Analysis analysis) {
    this(stateDir, analysis, subject -> List.of(), true);
  }

  TestPipeline(Path stateDir, Function<String, List<Change>> history, boolean announces) {
    this(stateDir, Texts.ANALYSIS, history, announces);
  }

  private TestPipeline(
      Path stateDir, Analysis analysis, Function<String, List<Change>> history, boolean announces) {
    this.stateDir = stateDir;
    this.analysis = analysis;
    this.history = history;
    this.settings = announces ? StreamsSettings.DEFAULTS : StreamsSettings.DEFAULTS.silent();
    this.driver = start();
  }

  private TopologyTestDriver start() {
    var meters = new StreamsMeters(registry);
    Properties properties =
        StreamsSettings.DEFAULTS.properties(new KafkaClients("unused:1"), TOPICS, stateDir, meters);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    var topology = new NewsTopology(TOPICS, () -> analysis, history, settings, meters);
    return new TopologyTestDriver(topology.get(), properties);
  }

  /** Another process, with other settings, takes the place of this one. */
  void restartWith(StreamsSettings other) {
    settings = other;
    restart();
  }

  /** Another process takes the silent one's place. */
  void announceFromNowOn() {
    restartWith(StreamsSettings.DEFAULTS);
  }

  /** As many entries as there are in a store. */
  int size(String store) {
    int size = 0;
    try (var all = driver.getKeyValueStore(store).all()) {
      for (; all.hasNext(); all.next()) size++;
    }
    return size;
  }

  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** Everything on {@code news.mentions} since the last call. */
  List<Mention> mentions() {
    return read(TOPICS.newsMentions()).stream().map(TestRecord::value).toList();
  }

  void replay(Mention mention, String failedAt) {
    var headers = new RecordHeaders().add(Replayed.HEADER, failedAt.getBytes(UTF_8));
    input(TOPICS.newsMentions())
        .pipeInput(new TestRecord<>(mention.watched(), mention, headers, NOW));
  }

  /** Ends the process and starts another one on the same stores. */
  @SuppressWarnings("unchecked")
  void restart() {
    drain();
    var stores = new TreeMap<String, Map<Object, Object>>();
    for (var store : driver.getAllStateStores().entrySet()) {
      var entries = new java.util.LinkedHashMap<Object, Object>();
      try (var all = ((KeyValueStore<Object, Object>) store.getValue()).all()) {
        all.forEachRemaining(e -> entries.put(e.key, e.value));
      }
      stores.put(store.getKey(), entries);
    }
    driver.close();
    driver = start();
    stores.forEach(
        (name, entries) -> {
          var store = (KeyValueStore<Object, Object>) (Object) driver.getKeyValueStore(name);
          entries.forEach(store::put);
        });
  }

  /** Learned an hour after it was published; an undated item now. */
  void publish(NewsItem item) {
    var published = item.published();
    publish(item, published == null ? NOW : published.at().plus(Duration.ofHours(1)));
  }

  void publish(NewsItem item, Instant learnedAt) {
    input(TOPICS.newsItems()).pipeInput(item.id(), item, learnedAt);
  }

  void tick(String now) {
    input(TOPICS.ledgerClock()).pipeInput("0", new Tick(Instant.parse(now)), NOW);
  }

  void reject(String key) {
    String claim = key.substring(key.indexOf('|') + 1);
    var override = new ClaimOverride(claim, "misread", "tester", NOW);
    input(TOPICS.ledgerOverrides()).pipeInput(key, override, NOW);
  }

  void acceptAgain(String key) {
    input(TOPICS.ledgerOverrides()).pipeInput(key, null, NOW);
  }

  private <V> TestInputTopic<String, V> input(Topic<String, V> topic) {
    return driver.createInputTopic(
        topic.name(), topic.keys().serializer(), topic.values().serializer());
  }

  /** Every change announced since the beginning. */
  List<Change> changes() {
    drain();
    return announced;
  }

  /** What a compacted topic holds. */
  @SuppressWarnings("unchecked")
  <V> Map<String, V> table(Topic<String, V> topic) {
    drain();
    return (Map<String, V>) tables.getOrDefault(topic.name(), Map.of());
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    var bytes = new org.apache.kafka.common.serialization.ByteArrayDeserializer();
    return driver
        .createOutputTopic(TOPICS.newsDeadLetters().name(), bytes, bytes)
        .readRecordsToList();
  }

  private void drain() {
    announced.addAll(read(TOPICS.alertsChanges()).stream().map(TestRecord::value).toList());
    for (var topic :
        List.<Topic<String, ?>>of(
            TOPICS.releaseClaims(),
            TOPICS.releaseOutlooks(),
            TOPICS.countsSentiment(),
            TOPICS.countsStatus())) {
      var table = tables.computeIfAbsent(topic.name(), name -> new TreeMap<>());
      for (var record : read(topic)) {
        if (record.value() == null) table.remove(record.key());
        else table.put(record.key(), record.value());
      }
    }
  }

  private <V> List<TestRecord<String, V>> read(Topic<String, V> topic) {
    return driver
        .createOutputTopic(topic.name(), topic.keys().deserializer(), topic.values().deserializer())
        .readRecordsToList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
