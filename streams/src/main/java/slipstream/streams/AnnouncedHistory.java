package slipstream.streams;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import slipstream.contracts.Change;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.Topics;

/** Every change ever announced, by subject, oldest first: {@code alerts.changes} as it grows. */
final class AnnouncedHistory implements Function<String, List<Change>>, AutoCloseable {
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  private final Map<String, List<Change>> changes = new ConcurrentHashMap<>();
  private final String topic;
  private final TopicFollower<Change> follower;

  /** Begins to read what there is, and goes on following it. */
  AnnouncedHistory(KafkaClients clients, Topics topics) {
    topic = topics.alertsChanges().name();
    follower =
        TopicFollower.start(
            topics.alertsChanges(),
            clients,
            topics.generationId("announced"),
            (subject, change, time) -> {
              if (change != null) add(subject, change);
            });
  }

  /**
   * Waits until all there was is read.
   *
   * @throws IllegalStateException when the topic cannot be read within a minute
   */
  void awaitRead() throws InterruptedException {
    if (!follower.awaitCaughtUp(READ_WITHIN)) {
      throw new IllegalStateException("cannot read " + topic);
    }
  }

  @Override
  public List<Change> apply(String subject) {
    return changes.getOrDefault(subject, List.of());
  }

  boolean isFollowing() {
    return follower.isRunning();
  }

  @Override
  public void close() {
    follower.close();
  }

  private void add(String subject, Change change) {
    changes.computeIfAbsent(subject, id -> new CopyOnWriteArrayList<>()).add(change);
  }
}
