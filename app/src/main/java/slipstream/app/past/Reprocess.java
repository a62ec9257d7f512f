package slipstream.app.past;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import slipstream.app.cli.ClusterLink;
import slipstream.app.role.Generations;
import slipstream.app.role.OlderGenerations;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;
import slipstream.streams.Analysis;
import slipstream.streams.Lag;
import slipstream.streams.NewsTopology;
import slipstream.streams.StreamsService;
import slipstream.streams.StreamsSettings;

/**
 * Builds the next generation of all that follows from {@code news.items} beside the one in force,
 * silently; then puts it in force. What it finds is settled with what was announced by the topology
 * that takes over, so nothing is announced twice.
 */
public final class Reprocess {
  private static final short CLUSTER_DEFAULT = -1;
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration STOPPED_WITHIN = Duration.ofMinutes(2);

  private final ClusterLink current;
  private final ClusterLink next;
  private final Path state;

  /**
   * Prepares; nothing is touched yet.
   *
   * @param current names of the generation in force
   * @param state folder of the topologies' state, as the streams role has it
   */
  public Reprocess(ClusterLink current, Path state) {
    this.current = current;
    this.state = state;
    Topics topics = current.topics();
    this.next = new ClusterLink(current.clients(), topics.withGeneration(topics.generation() + 1));
  }

  /** The generation that is built. */
  public ClusterLink next() {
    return next;
  }

  /**
   * Reads {@code news.items} from the beginning; what an attempt before has left is dropped first.
   *
   * @param now the clock that decides what is overdue
   * @param progress told of the offsets still to read
   * @throws IOException when the topology fails, with its cause
   */
  public void build(Analysis analysis, InstantSource now, LongConsumer progress)
      throws IOException, InterruptedException {
    drop(next.topics());
    try (var admin = admin()) {
      new TopicAdmin(admin).create(next.topics().all(), CLUSTER_DEFAULT);
    }
    var news = List.<Topic<String, ?>>of(next.topics().newsItems(), next.topics().newsMentions());
    try (var lag = new Lag(next.clients(), next.topics().generationId("reprocess"));
        var service =
            StreamsService.start(
                next.clients(),
                next.topics(),
                () -> analysis,
                now,
                () -> false,
                state,
                StreamsSettings.of(System.getenv()).silent(),
                new SimpleMeterRegistry())) {
      awaitRead(lag, service, news, progress);
      service.tick();
      awaitRead(lag, service, List.of(next.topics().ledgerClock()), progress);
    }
  }

  /** Puts the new generation in force, and drops the old one once nobody runs it any more. */
  public void putInForce(boolean keepOld) throws InterruptedException {
    Generations.put(next.clients(), next.topics(), next.topics().generation(), Instant.now());
    OlderGenerations.awaitStopped(next.clients(), next.topics(), STOPPED_WITHIN);
    if (!keepOld) drop(current.topics());
  }

  /** Drops what was built. */
  public void drop() throws InterruptedException {
    drop(next.topics());
  }

  private void awaitRead(
      Lag lag, StreamsService service, List<Topic<String, ?>> topics, LongConsumer progress)
      throws IOException, InterruptedException {
    String group = next.topics().generationId("slipstream");
    for (long left = lag.records(group, topics); left > 0; left = lag.records(group, topics)) {
      progress.accept(left);
      Throwable failure = service.health().failure();
      if (failure != null) throw new IOException("the topology failed: " + failure, failure);
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  /** Topics, internal topics, group and local state of a generation. */
  private void drop(Topics topics) throws InterruptedException {
    String application = topics.generationId("slipstream");
    var ours = new TreeSet<>(NewsTopology.changelogs(topics));
    topics.rebuilt().forEach(t -> ours.add(t.name()));
    try (var admin = admin()) {
      ours.retainAll(admin.listTopics().names().get());
      admin.deleteTopics(ours).all().get();
      while (!Collections.disjoint(ours, admin.listTopics().names().get())) {
        Thread.sleep(LOOK_EVERY.toMillis());
      }
      deleteGroup(admin, application);
      deleteFolder(state.resolve(application));
    } catch (ExecutionException | IOException e) {
      throw new KafkaException("cannot drop generation " + topics.generation(), e);
    }
  }

  private static void deleteGroup(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) throw e;
    }
  }

  private Admin admin() {
    return current.clients().admin(current.topics().id("reprocess"));
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
