package slipstream.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.Producer;
import slipstream.contracts.config.Source;
import slipstream.contracts.config.Sources;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/**
 * The sources that the workers share, on {@code ingest.sources}. Who applies a configuration writes
 * the difference to what is there, in one transaction.
 */
public final class SourceCatalog {
  private static final String LOCAL = "local";

  private final KafkaClients clients;
  private final Topics topics;

  public SourceCatalog(KafkaClients clients, Topics topics) {
    this.clients = clients;
    this.topics = topics;
  }

  /**
   * What applying a configuration changed.
   *
   * @param written sources that are new or differ
   * @param removed sources that are gone
   */
  public record Applied(int written, int removed) {}

  /** {@code domain|id}: one owner paces all sources of a domain; archives are {@code local}. */
  public static String key(Source source) {
    return domain(source) + "|" + source.id();
  }

  static String domain(Source source) {
    if (source.kind() == Source.Kind.ARCHIVE) return LOCAL;
    String host = Urls.host(source.location());
    return host == null ? LOCAL : Urls.domain(host);
  }

  /** Makes the topic hold these sources and no others. */
  public Applied apply(Sources sources) {
    var wanted = new LinkedHashMap<String, Source>();
    for (Source source : sources.sources()) wanted.put(key(source), source);
    try (var producer = clients.transactional("ingest-catalog", topics.id("ingest-catalog"))) {
      producer.initTransactions();
      var present = present();
      producer.beginTransaction();
      int written = write(producer, wanted, present);
      int removed = remove(producer, wanted, present);
      producer.commitTransaction();
      return new Applied(written, removed);
    }
  }

  /** All sources with how they do, by id; reads the topics anew. */
  public List<SourceHealth> list(Instant now) {
    var list = new ArrayList<SourceHealth>();
    for (int p = 0; p < topics.partitions(); p++) {
      var tables = PartitionTables.load(clients, topics, p);
      tables
          .sources()
          .forEach((key, s) -> list.add(SourceHealth.of(s, tables.cursors().get(key), now)));
    }
    list.sort(Comparator.comparing(health -> health.source().id()));
    return list;
  }

  private Map<String, Source> present() {
    var table = new LinkedHashMap<String, Source>();
    for (int p = 0; p < topics.partitions(); p++) {
      table.putAll(PartitionTables.load(clients, topics, p).sources());
    }
    return table;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a send has failed
  private int write(
      Producer<byte[], byte[]> producer, Map<String, Source> wanted, Map<String, Source> present) {
    Topic<String, Source> topic = topics.ingestSources();
    int written = 0;
    for (var entry : wanted.entrySet()) {
      if (Objects.equals(entry.getValue(), present.get(entry.getKey()))) continue;
      producer.send(topic.record(entry.getKey(), entry.getValue(), topic.partitions()));
      written++;
    }
    return written;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a send has failed
  private int remove(
      Producer<byte[], byte[]> producer, Map<String, Source> wanted, Map<String, Source> present) {
    Topic<String, Source> topic = topics.ingestSources();
    int removed = 0;
    for (String key : present.keySet()) {
      if (wanted.containsKey(key)) continue;
      producer.send(topic.record(key, null, topic.partitions()));
      removed++;
    }
    return removed;
  }
}
