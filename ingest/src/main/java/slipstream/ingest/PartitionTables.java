package slipstream.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/**
 * What one partition of {@code ingest.sources} and of {@code ingest.cursors} holds, as committed.
 *
 * @param sources by key
 * @param cursors by key
 * @param sourcesEnd offset up to which the sources were read
 */
record PartitionTables(Map<String, Source> sources, Map<String, Cursor> cursors, long sourcesEnd) {
  private static final Logger log = LoggerFactory.getLogger(PartitionTables.class);
  private static final Duration POLL = Duration.ofMillis(100);

  static PartitionTables load(KafkaClients clients, Topics topics, int partition) {
    var sources = new TopicPartition(topics.ingestSources().name(), partition);
    var cursors = new TopicPartition(topics.ingestCursors().name(), partition);
    var tables = new PartitionTables(new HashMap<>(), new HashMap<>(), 0);
    try (var reader = clients.reader("ingest-load-" + partition)) {
      reader.assign(List.of(sources, cursors));
      reader.seekToBeginning(reader.assignment());
      var ends = reader.endOffsets(reader.assignment());
      while (isBehind(reader, ends)) {
        for (var record : reader.poll(POLL)) {
          if (record.topic().equals(sources.topic())) {
            put(record, topics.ingestSources(), tables.sources);
          } else {
            put(record, topics.ingestCursors(), tables.cursors);
          }
        }
      }
      return new PartitionTables(tables.sources, tables.cursors, reader.position(sources));
    }
  }

  /** Puts a record into a table by its key; one that cannot be read is skipped with a warning. */
  static <V> void put(
      ConsumerRecord<byte[], byte[]> record, Topic<String, V> topic, Map<String, V> table) {
    try {
      String key = topic.keys().deserializer().deserialize(topic.name(), record.key());
      V value = topic.values().deserializer().deserialize(topic.name(), record.value());
      if (value == null) {
        table.remove(key);
      } else {
        table.put(key, value);
      }
    } catch (SerializationException e) {
      log.warn(
          "{}-{}@{}: skipped: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  private static boolean isBehind(Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue());
  }
}
