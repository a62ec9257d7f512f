package slipstream.ingest;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.RecordReader;
import slipstream.contracts.kafka.Topics;

/**
 * A member of the group that shares {@code ingest.sources}: each partition it is given becomes a
 * {@link Shard}. This thread only keeps the membership and passes changed sources on; nothing on it
 * waits for the network beyond Kafka.
 */
final class IngestWorker implements Runnable, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IngestWorker.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration HAND_OVER = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofMillis(4500);
  private static final Duration REOPEN = Duration.ofSeconds(3);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final Topics topics;
  private final IntFunction<Shard> shardOf;
  private final Map<Integer, Shard> shards = new ConcurrentHashMap<>();
  private final Map<Integer, Long> reopenAt = new HashMap<>();
  private final Thread thread = new Thread(this, "ingest-worker");
  private volatile boolean closed;
  private volatile long lastPoll = System.nanoTime();

  IngestWorker(KafkaClients clients, Topics topics, IntFunction<Shard> shardOf) {
    this.clients = clients;
    this.topics = topics;
    this.shardOf = shardOf;
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** The shards held now, by partition. */
  Collection<Shard> shards() {
    return shards.values();
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  /** Time since the thread last turned: long means that it hangs. */
  Duration sinceLastPoll() {
    return Duration.ofNanos(System.nanoTime() - lastPoll);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    while (!closed) {
      try (var consumer = clients.member("ingest-worker", topics.id("ingest"))) {
        consumer.subscribe(List.of(topics.ingestSources().name()), new Rebalance(consumer));
        while (!closed) turn(consumer);
        stop(Set.copyOf(shards.keySet()));
      } catch (WakeupException e) {
        log.debug("woken");
      } catch (KafkaException e) {
        log.warn("ingest lost its group, joining again: {}", e.toString());
        stop(Set.copyOf(shards.keySet()));
        pause();
      }
    }
  }

  private void turn(Consumer<byte[], byte[]> consumer) {
    for (var record : consumer.poll(POLL)) pass(record);
    lastPoll = System.nanoTime();
    shards.forEach((partition, shard) -> follow(consumer, partition, shard));
  }

  /** Lets the consumer go on where the shard's own reading ended. */
  private void follow(Consumer<byte[], byte[]> consumer, int partition, Shard shard) {
    var topicPartition = new TopicPartition(topics.ingestSources().name(), partition);
    if (shard.isFenced()) {
      reopenLater(consumer, partition);
    } else if (shard.openedAt() >= 0 && consumer.paused().contains(topicPartition)) {
      consumer.seek(topicPartition, shard.openedAt());
      consumer.resume(List.of(topicPartition));
    }
  }

  /**
   * A fenced shard whose partition the group still says is ours: the broker took a long pause for
   * an end. The wait lets a real loss arrive first.
   */
  private void reopenLater(Consumer<byte[], byte[]> consumer, int partition) {
    long now = System.nanoTime();
    long at = reopenAt.computeIfAbsent(partition, p -> now + REOPEN.toNanos());
    if (now - at < 0) return;
    open(consumer, partition);
  }

  private void open(Consumer<byte[], byte[]> consumer, int partition) {
    reopenAt.remove(partition);
    consumer.pause(List.of(new TopicPartition(topics.ingestSources().name(), partition)));
    Shard shard = shardOf.apply(partition);
    shards.put(partition, shard);
    shard.start();
  }

  private void pass(ConsumerRecord<byte[], byte[]> record) {
    Shard shard = shards.get(record.partition());
    if (shard != null) RecordReader.read(topics.ingestSources(), record, shard::changed);
  }

  private void stop(Collection<Integer> partitions) {
    var stopping =
        partitions.stream().flatMap(p -> Optional.ofNullable(shards.remove(p)).stream()).toList();
    stopping.forEach(Shard::stop);
    long deadline = System.nanoTime() + HAND_OVER.toNanos();
    try {
      for (Shard shard : stopping) {
        shard.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause() {
    try {
      Thread.sleep(RETRY.toMillis());
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private final class Rebalance implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;

    Rebalance(Consumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      partitions.forEach(p -> open(consumer, p.partition()));
    }

    /** The transaction in hand may end; the next owner would fence it anyway. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      stop(partitions.stream().map(TopicPartition::partition).toList());
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      log.info("ingest lost {} partitions to other workers", partitions.size());
      stop(partitions.stream().map(TopicPartition::partition).toList());
    }
  }
}
