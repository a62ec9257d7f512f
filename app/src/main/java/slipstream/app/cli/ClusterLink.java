package slipstream.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;

/**
 * The cluster that a command talks to.
 *
 * @param clients of that cluster
 * @param topics as they are named there
 */
public record ClusterLink(KafkaClients clients, Topics topics) {
  /** Where {@code run} notes the address of its embedded Kafka, for the other commands. */
  public static final String ADDRESS_FILE = "kafka.address";

  private static final short CLUSTER_DEFAULT = -1;

  /**
   * The cluster given by {@code --kafka}, else the embedded Kafka that runs with {@code data}.
   *
   * @throws IOException when neither is there
   */
  static ClusterLink open(ClusterOptions options, Path data) throws IOException {
    String bootstrap = options.isGiven() ? String.valueOf(options.kafka) : running(data);
    return new ClusterLink(options.clients(bootstrap), options.topics());
  }

  void createTopics() throws InterruptedException {
    try (var admin = clients.admin(topics.id("admin"))) {
      new TopicAdmin(admin).create(topics.all(), CLUSTER_DEFAULT);
    }
  }

  private static String running(Path data) throws IOException {
    Path address = data.resolve(ADDRESS_FILE);
    if (!Files.exists(address)) {
      throw new IOException(
          "no Slipstream runs with --data %s: start 'slipstream run', or name a cluster with --kafka HOST:PORT"
              .formatted(data.toAbsolutePath().normalize()));
    }
    return Files.readString(address, UTF_8).strip();
  }
}
