package slipstream.app.role;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import slipstream.contracts.Generation;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.Topics;

/**
 * Which generation of the derived topics is in force, followed on {@code ledger.generation}: 1
 * until a reprocess puts another one in force.
 */
public final class Generations implements AutoCloseable {
  private static final String KEY = "in-force";
  private static final short CLUSTER_DEFAULT = -1;
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  private final TopicFollower<Generation> follower;
  private volatile Generation inForce = Generation.FIRST;

  private Generations(KafkaClients clients, Topics topics) {
    follower =
        TopicFollower.start(
            topics.ledgerGeneration(),
            clients,
            topics.id("generations"),
            (key, value, timestamp) -> {
              if (value != null) inForce = value;
            });
  }

  /**
   * Follows the topic, which is created where it is missing.
   *
   * @throws KafkaException when it cannot be read within a minute
   */
  public static Generations follow(KafkaClients clients, Topics topics)
      throws InterruptedException {
    try (var admin = clients.admin(topics.id("admin"))) {
      new TopicAdmin(admin).create(List.of(topics.ledgerGeneration()), CLUSTER_DEFAULT);
    }
    var generations = new Generations(clients, topics);
    if (generations.follower.awaitCaughtUp(READ_WITHIN)) return generations;
    generations.close();
    throw new KafkaException("cannot read " + topics.ledgerGeneration().name());
  }

  /** The topics as they are named in the generation in force at this moment. */
  public static Topics inForce(KafkaClients clients, Topics topics) throws InterruptedException {
    try (var generations = follow(clients, topics)) {
      return topics.withGeneration(generations.number());
    }
  }

  /** Puts a generation in force. */
  public static void put(KafkaClients clients, Topics topics, int number, Instant now)
      throws InterruptedException {
    var topic = topics.ledgerGeneration();
    try (var producer = clients.producer(topics.id("generations"))) {
      producer.send(topic.record(KEY, new Generation(number, now), topic.partitions())).get();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot put generation " + number + " in force", e.getCause());
    }
  }

  public int number() {
    return inForce.number();
  }

  @Override
  public void close() {
    follower.close();
  }
}
