package slipstream.alerts.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.PartitionLoader;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/**
 * What is to be sent, and what became of it, for one partition of {@code alerts.changes}: the
 * partition of {@code alerts.deliveries} with the same number, in memory and in Kafka.
 *
 * <p>Opening it fences whoever owned the partition before, then loads. One thread commits; others
 * look, begin tries and report what came of them.
 */
public final class Outbox implements OutboxView, AutoCloseable {
  /**
   * How long a settled notice is remembered, so that no change is told twice and a correction finds
   * its receivers. A change older than this is not told any more.
   */
  public static final Duration REMEMBERED = Duration.ofDays(90);

  /** Settled notices that are remembered at most: about 10 MB a partition. */
  private static final int MOST_REMEMBERED = 20_000;

  private static final Duration CLOSE_PRODUCER = Duration.ofSeconds(2);

  private final Topics topics;
  private final int partition;
  private final Producer<byte[], byte[]> producer;
  private final Map<String, Delivery> open = new ConcurrentHashMap<>();
  private final Map<String, Delivery> held = new ConcurrentHashMap<>();
  private final Settled settled = new Settled(MOST_REMEMBERED);
  private final Queue<Delivery> reports = new ConcurrentLinkedQueue<>();
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean stopped;
  private int unreadable;

  private Outbox(Topics topics, int partition, Producer<byte[], byte[]> producer) {
    this.topics = topics;
    this.partition = partition;
    this.producer = producer;
  }

  /**
   * Fences the older owner of the partition and loads its outbox.
   *
   * @throws KafkaException when Kafka does not answer
   */
  public static Outbox open(KafkaClients clients, Topics topics, int partition, String clientId) {
    String id = topics.id("alerts-" + partition);
    var producer = clients.transactional(clientId + "-outbox-" + partition, id);
    try {
      producer.initTransactions();
      var outbox = new Outbox(topics, partition, producer);
      outbox.unreadable =
          new PartitionLoader(partition)
              .into(topics.alertsDeliveries(), outbox::put)
              .load(clients, clientId)
              .unreadable();
      return outbox;
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /** Records that could not be read when it was opened. */
  public int unreadable() {
    return unreadable;
  }

  @Override
  public Optional<Delivery> find(String key) {
    Delivery found = open.get(key);
    return Optional.ofNullable(found == null ? settled.get(key) : found);
  }

  /** Every notice that is still to be sent, now or later. */
  public Collection<Delivery> open() {
    return open.values();
  }

  @Override
  public Collection<Delivery> held() {
    return held.values();
  }

  /** How many are to be sent now or after a failure, unlike what is held. */
  public int pending() {
    return open.size() - held.size();
  }

  /**
   * The channel that most notices wait for, if one of these was put here before {@code longAgo}.
   */
  public Optional<String> jammed(Instant longAgo) {
    var waiting =
        open.values().stream()
            .filter(d -> d.state() == State.PENDING)
            .collect(Collectors.groupingBy(Delivery::channel));
    return waiting.values().stream()
        .max(Comparator.comparing(List::size))
        .filter(most -> most.stream().anyMatch(d -> d.createdAt().isBefore(longAgo)))
        .map(most -> most.get(0).channel());
  }

  /**
   * Keys of settled notices that need not be remembered any longer, some at a time.
   *
   * @param before the beginning of what is remembered
   */
  public List<String> forgettable(Instant before) {
    return settled.forgettable(before);
  }

  @Override
  public Stream<Delivery> ofChange(String change) {
    return Stream.concat(open.values().stream(), settled.stream())
        .filter(d -> d.change().equals(change));
  }

  /**
   * Writes a draft and the offset up to which {@code alerts.changes} was read, all or nothing, and
   * only then remembers it.
   *
   * @throws KafkaException when it was not written: open the outbox anew
   */
  public void commit(Draft draft, long offset, ConsumerGroupMetadata group) {
    producer.beginTransaction();
    for (Delivery delivery : draft.states()) {
      send(topics.alertsDeliveries(), delivery.key(), delivery);
      if (delivery.state() == State.DEAD) {
        send(topics.alertsDeadLetters(), delivery.key(), delivery);
      }
    }
    for (String key : draft.forgotten()) send(topics.alertsDeliveries(), key, null);
    draft.letters().forEach(this::send);
    var changes = new TopicPartition(topics.alertsChanges().name(), partition);
    producer.sendOffsetsToTransaction(Map.of(changes, new OffsetAndMetadata(offset)), group);
    producer.commitTransaction();
    draft.states().forEach(d -> put(d.key(), d));
    draft.forgotten().forEach(key -> put(key, null));
  }

  /**
   * True when the delivery may be tried: it still stands so, nobody else tries it, and this outbox
   * is in charge. Then {@link #end} must follow.
   */
  public boolean begin(Delivery delivery) {
    inFlight.incrementAndGet();
    String key = delivery.key();
    if (!stopped && delivery.equals(open.get(key)) && claimed.add(key)) return true;
    release();
    return false;
  }

  /** What came of a try that was begun; null when it was given up without an answer. */
  public void end(Delivery begun, @Nullable Delivery result) {
    if (result == null) {
      claimed.remove(begun.key());
    } else {
      reports.add(result);
    }
    release();
  }

  @Override
  public boolean isBeingTried(Delivery delivery) {
    return claimed.contains(delivery.key());
  }

  /** What was reported since the last call, to be committed. */
  public List<Delivery> takeReports() {
    var taken = new ArrayList<Delivery>();
    for (var report = reports.poll(); report != null; report = reports.poll()) taken.add(report);
    return taken;
  }

  /** True when a try is running or its result is not yet committed. */
  public boolean isBusy() {
    return inFlight.get() > 0 || !reports.isEmpty();
  }

  /** No further try begins. */
  public void stop() {
    stopped = true;
  }

  /** Waits for the tries that were begun before {@link #stop}. */
  public synchronized void awaitTries(Duration within) throws InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    while (inFlight.get() > 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) return;
      wait(left);
    }
  }

  @Override
  public void close() {
    stop();
    producer.close(CLOSE_PRODUCER);
  }

  private synchronized void release() {
    if (inFlight.decrementAndGet() == 0) notifyAll();
  }

  private void send(Topic<String, Delivery> topic, String key, @Nullable Delivery delivery) {
    send(topic.record(key, delivery, topics.partitions()));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    // A failed send fails the commit: its result is not needed.
    var unused = producer.send(record);
  }

  private void put(String key, @Nullable Delivery delivery) {
    open.remove(key);
    held.remove(key);
    settled.remove(key);
    claimed.remove(key);
    if (delivery == null) return;
    if (!delivery.isOpen()) {
      settled.put(delivery);
      return;
    }
    open.put(key, delivery);
    if (delivery.state() == State.HELD) held.put(key, delivery);
  }
}
