package slipstream.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import slipstream.contracts.ConfigFile;
import slipstream.contracts.config.Sources;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;
import slipstream.ingest.SourceCatalog;

/** Applies validated configuration files: one compacted record a file, which every role reads. */
public final class ConfigPublisher {
  private static final int VERSION_BYTES = 6;

  private final KafkaClients clients;
  private final Topics topics;

  public ConfigPublisher(KafkaClients clients, Topics topics) {
    this.clients = clients;
    this.topics = topics;
  }

  /**
   * Writes the three files, which every role follows, and hands the sources to the workers.
   *
   * @param sources those of the files, or more
   */
  public void publish(ConfigFolder config, Sources sources, Instant now)
      throws InterruptedException {
    publishFiles(config, now);
    new SourceCatalog(clients, topics).apply(sources);
  }

  private void publishFiles(ConfigFolder config, Instant now) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var producer = clients.producer(topics.id("config"))) {
      for (var file : List.of(config.watchlist(), config.sources(), config.subscriptions())) {
        var topic = topics.config(file.name());
        var value = new ConfigFile(file.name(), version(file.yaml()), file.yaml(), now);
        sent.add(producer.send(topic.record(file.name(), value, topic.partitions())));
      }
      for (var one : sent) one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot write the configuration to Kafka", e);
    }
  }

  /** A hash of the content: the same file has the same version everywhere. */
  public static String version(String yaml) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
