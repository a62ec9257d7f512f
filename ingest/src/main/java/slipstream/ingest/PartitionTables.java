package slipstream.ingest;

import java.util.HashMap;
import java.util.Map;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.PartitionLoader;
import slipstream.contracts.kafka.Topics;

/**
 * What one partition of {@code ingest.sources} and of {@code ingest.cursors} holds, as committed.
 *
 * @param sources by key
 * @param cursors by key
 * @param sourcesEnd offset up to which the sources were read
 */
record PartitionTables(Map<String, Source> sources, Map<String, Cursor> cursors, long sourcesEnd) {
  static PartitionTables load(KafkaClients clients, Topics topics, int partition) {
    var sources = new HashMap<String, Source>();
    var cursors = new HashMap<String, Cursor>();
    var loaded =
        new PartitionLoader(partition)
            .into(topics.ingestSources(), sources)
            .into(topics.ingestCursors(), cursors)
            .load(clients, "ingest");
    return new PartitionTables(sources, cursors, loaded.end(topics.ingestSources()));
  }
}
