package slipstream.contracts.kafka;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Creates our topics and checks those that exist. */
public final class TopicAdmin {
  private static final String CLEANUP = TopicConfig.CLEANUP_POLICY_CONFIG;
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Admin admin;

  public TopicAdmin(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing and waits until every partition answers: sending to a fresh topic
   * earlier can lose records silently (KAFKA-15591).
   *
   * @param replication factor; -1 = the cluster's default
   * @throws IllegalStateException when an existing topic has other partitions or clean-up than ours
   */
  public void create(Collection<Topic<String, ?>> topics, short replication)
      throws InterruptedException {
    var names = admin.listTopics();
    try {
      var existing = names.names().get();
      var missing = topics.stream().filter(t -> !existing.contains(t.name())).toList();
      createMissing(missing, replication);
      check(topics.stream().filter(t -> existing.contains(t.name())).toList());
      awaitReady(topics);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot create topics: " + e.getMessage(), e);
    }
  }

  private void createMissing(List<Topic<String, ?>> missing, short replication)
      throws InterruptedException, ExecutionException {
    var wanted =
        missing.stream()
            .map(t -> new NewTopic(t.name(), t.partitions(), replication).configs(t.settings()))
            .toList();
    for (var created : admin.createTopics(wanted).values().values()) {
      try {
        created.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) throw e;
      }
    }
  }

  private void check(List<Topic<String, ?>> topics)
      throws InterruptedException, ExecutionException {
    Map<String, TopicDescription> found =
        admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames().get();
    Map<ConfigResource, Config> settings =
        admin.describeConfigs(topics.stream().map(TopicAdmin::resource).toList()).all().get();
    for (var topic : topics) {
      checkPartitions(topic, requireNonNull(found.get(topic.name())).partitions().size());
      checkCleanUp(topic, requireNonNull(settings.get(resource(topic))).get(CLEANUP));
    }
  }

  private static void checkPartitions(Topic<String, ?> topic, int partitions) {
    if (partitions != topic.partitions()) {
      throw new IllegalStateException(
          "topic %s has %d partitions, not %d: set slipstream.partitions to %d, or use another slipstream.prefix"
              .formatted(topic.name(), partitions, topic.partitions(), partitions));
    }
  }

  /** A compacted history would forget, a table that is cut off would lose what is held. */
  private static void checkCleanUp(Topic<String, ?> topic, @Nullable ConfigEntry found) {
    String wanted = topic.settings().get(CLEANUP);
    if (found != null && wanted != null && !wanted.equals(found.value())) {
      throw new IllegalStateException(
          "topic %s has %s=%s, not %s: set it with kafka-configs, or use another slipstream.prefix"
              .formatted(topic.name(), CLEANUP, found.value(), wanted));
    }
  }

  private static ConfigResource resource(Topic<String, ?> topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }

  private void awaitReady(Collection<Topic<String, ?>> topics) throws InterruptedException {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (true) {
      try {
        admin.listOffsets(latest(topics)).all().get();
        return;
      } catch (ExecutionException e) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "topics were not ready within " + READY_WITHIN.toSeconds() + " s", e);
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  private static Map<TopicPartition, OffsetSpec> latest(Collection<Topic<String, ?>> topics) {
    var offsets = new HashMap<TopicPartition, OffsetSpec>();
    for (var partition : partitions(topics)) offsets.put(partition, OffsetSpec.latest());
    return offsets;
  }

  private static List<TopicPartition> partitions(Collection<Topic<String, ?>> topics) {
    var partitions = new ArrayList<TopicPartition>();
    for (var topic : topics) {
      IntStream.range(0, topic.partitions())
          .forEach(p -> partitions.add(new TopicPartition(topic.name(), p)));
    }
    return partitions;
  }
}
