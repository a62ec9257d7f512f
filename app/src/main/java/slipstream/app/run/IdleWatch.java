package slipstream.app.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import slipstream.contracts.Change;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.Topics;
import slipstream.streams.Lag;

/**
 * Tells when everything given has been read and announced: facts of Kafka in the order of the data
 * flow (sources, tag, ledger, clock, alerts, printed), never "it was quiet for a while".
 */
final class IdleWatch implements AutoCloseable {
  private final Topics topics;
  private final Lag lag;
  private final Admin admin;
  private final BooleanSupplier sourcesRead;
  private final BooleanSupplier alertsIdle;
  private final Tick tick;
  private final TopicFollower<Change> printed;
  private boolean ticked;

  /** Writes the clock to the ledger. */
  @FunctionalInterface
  interface Tick {
    void run() throws InterruptedException;
  }

  /**
   * Watches one monitor.
   *
   * @param sourcesRead true once every source has been read to its end
   * @param tick writes the clock to the ledger, once nothing is left to read
   * @param alertsIdle true when no notice that is due waits
   * @param printed follows the changes
   */
  IdleWatch(
      KafkaClients clients,
      Topics topics,
      BooleanSupplier sourcesRead,
      Tick tick,
      BooleanSupplier alertsIdle,
      TopicFollower<Change> printed) {
    this.topics = topics;
    this.lag = new Lag(clients, topics.id("idle"));
    this.admin = clients.admin(topics.id("idle"));
    this.sourcesRead = sourcesRead;
    this.alertsIdle = alertsIdle;
    this.tick = tick;
    this.printed = printed;
  }

  /** True when all is read and announced; a broker that does not answer is a no. */
  boolean isIdle() throws InterruptedException {
    try {
      if (!sourcesRead.getAsBoolean() || !ledgerHasRead()) return false;
      if (!ticked) tick.run();
      ticked = true;
      return ledgerHasRead()
          && lag.isZero(topics.id("alerts"), List.of(topics.alertsChanges()))
          && alertsIdle.getAsBoolean()
          && printed.hasReached(ends());
    } catch (KafkaException e) {
      return false;
    }
  }

  @Override
  public void close() {
    lag.close();
    admin.close(Duration.ofSeconds(1));
  }

  private boolean ledgerHasRead() throws InterruptedException {
    return lag.isZero(
        topics.generationId("slipstream"),
        List.of(
            topics.newsItems(),
            topics.newsMentions(),
            topics.ledgerOverrides(),
            topics.ledgerClock()));
  }

  private Map<TopicPartition, Long> ends() throws InterruptedException {
    var topic = topics.alertsChanges();
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    IntStream.range(0, topic.partitions())
        .forEach(p -> wanted.put(new TopicPartition(topic.name(), p), OffsetSpec.latest()));
    try {
      var ends = new HashMap<TopicPartition, Long>();
      admin.listOffsets(wanted).all().get().forEach((p, info) -> ends.put(p, info.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new KafkaException("cannot tell the end of " + topic.name(), e.getCause());
    }
  }
}
