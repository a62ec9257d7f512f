package slipstream.streams;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.NewsItem;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;

/** A broker with our topics: writes items, reads what was committed. */
final class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Path data;
  private EmbeddedBroker broker;
  private final KafkaClients clients;
  private Producer<byte[], byte[]> producer;

  Cluster(Path data) throws IOException {
    this.data = data;
    broker = EmbeddedBroker.start(data, 0);
    clients = new KafkaClients(broker.bootstrap());
    producer = clients.producer("test");
  }

  KafkaClients clients() {
    return clients;
  }

  /**
   * Ends the broker and starts it again on the same port; what is published then comes from another
   * producer, for one that outlives its broker may be asked for sequence numbers of before for ever
   * (OutOfOrderSequenceException until its delivery times out).
   */
  void restart() throws IOException {
    int port = broker.port();
    producer.close(PATIENCE);
    broker.close();
    broker = EmbeddedBroker.start(data, port);
    producer = clients.producer("test");
  }

  /** Topics under a prefix of their own. */
  Topics create(String prefix, int partitions) throws InterruptedException {
    var topics = Topics.of(prefix, partitions);
    try (var admin = clients.admin("test")) {
      new TopicAdmin(admin).create(topics.all(), (short) 1);
    }
    return topics;
  }

  Future<?> publish(Topics topics, NewsItem item) {
    var published = item.published();
    Instant learnedAt =
        published == null ? Instant.now() : published.at().plus(Duration.ofHours(1));
    var record = topics.newsItems().record(item.id(), item, topics.partitions());
    return send(record, learnedAt);
  }

  Future<?> send(ProducerRecord<byte[], byte[]> record, Instant time) {
    return producer.send(
        new ProducerRecord<>(
            record.topic(),
            record.partition(),
            time.toEpochMilli(),
            record.key(),
            record.value(),
            record.headers()));
  }

  /** All that was committed to a topic. */
  List<ConsumerRecord<byte[], byte[]>> records(Topic<String, ?> topic) {
    var partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(p -> new TopicPartition(topic.name(), p))
            .toList();
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var reader = clients.reader("test")) {
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      var ends = reader.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> reader.position(p) < ends.get(p))) {
        reader.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  <V> List<V> values(Topic<String, V> topic) {
    return records(topic).stream()
        .map(r -> topic.values().deserializer().deserialize(topic.name(), r.value()))
        .toList();
  }

  /** What a compacted topic holds: the last value of each key. */
  <V> Map<String, V> table(Topic<String, V> topic) {
    var table = new HashMap<String, byte[]>();
    for (var record : records(topic)) {
      String key = topic.keys().deserializer().deserialize(topic.name(), record.key());
      if (record.value() == null) table.remove(key);
      else table.put(key, record.value());
    }
    return table.entrySet().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                e -> topic.values().deserializer().deserialize(topic.name(), e.getValue())));
  }

  @Override
  public void close() throws IOException {
    producer.close(PATIENCE);
    broker.close();
  }
}
