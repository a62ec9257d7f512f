package slipstream.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import slipstream.app.role.Generations;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.TopicFollower;
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
  private static final int CONNECT_MILLIS = 2_000;
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  /**
   * The cluster given by {@code --kafka}, else the embedded Kafka that runs with {@code data}.
   *
   * @throws IOException when neither is there
   */
  static ClusterLink open(ClusterOptions options, Path data) throws IOException {
    String bootstrap = options.isGiven() ? String.valueOf(options.kafka) : running(data);
    return new ClusterLink(options.clients(bootstrap), options.topics());
  }

  /** The same with the names of the generation that is in force. */
  public ClusterLink inForce() throws InterruptedException {
    return new ClusterLink(clients, Generations.inForce(clients, topics));
  }

  void createTopics() throws InterruptedException {
    try (var admin = clients.admin(topics.id("admin"))) {
      new TopicAdmin(admin).create(topics.all(), CLUSTER_DEFAULT);
    }
  }

  /**
   * Hands on every record that was committed to a topic.
   *
   * @throws IOException when the topic cannot be read within a minute
   */
  public <V> void read(Topic<String, V> topic, TopicFollower.Sink<V> sink)
      throws IOException, InterruptedException {
    try (var follower = TopicFollower.start(topic, clients, topics.id("reader"), sink)) {
      if (follower.awaitCaughtUp(READ_WITHIN)) return;
    }
    throw new IOException(
        "%s was not read within %d s: is Kafka at %s reachable, and is Slipstream set up on it?"
            .formatted(topic.name(), READ_WITHIN.toSeconds(), clients.bootstrap()));
  }

  /** What a compacted topic holds: the last value of each key, in the order of the keys. */
  public <V> Map<String, V> table(Topic<String, V> topic) throws IOException, InterruptedException {
    var table = new TreeMap<String, V>();
    read(
        topic,
        (key, value, timestamp) -> {
          if (value == null) table.remove(key);
          else table.put(key, value);
        });
    return table;
  }

  /** The names of the subjects, from the watchlist in force. */
  SubjectNames names() throws IOException, InterruptedException {
    return SubjectNames.read(this);
  }

  private static String running(Path data) throws IOException {
    Path noted = data.resolve(ADDRESS_FILE);
    String address = Files.exists(noted) ? Files.readString(noted, UTF_8).strip() : "";
    if (answers(address)) return address;
    throw new IOException(
        "no Slipstream runs with --data %s: start 'slipstream run', or name a cluster with --kafka HOST:PORT"
            .formatted(data.toAbsolutePath().normalize()));
  }

  /** A service that was killed leaves its note behind. */
  private static boolean answers(String address) {
    int colon = address.lastIndexOf(':');
    if (colon < 0) return false;
    try (var socket = new Socket()) {
      int port = Integer.parseInt(address.substring(colon + 1));
      socket.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
