package slipstream.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;
import slipstream.contracts.config.Source;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/**
 * One partition of {@code ingest.sources} in the hands of its owner, on a thread of its own: fences
 * the older owner, loads sources and cursors, then polls what is due and writes each harvest, items
 * and cursor in one transaction, before it believes it.
 *
 * <p>When Kafka fails it starts over from what is committed: the topic is the truth, memory is not.
 */
final class Shard implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Shard.class);
  private static final Duration TICK = Duration.ofMillis(200);

  /**
   * A transaction costs several round trips: a busy shard puts what comes in this time into one.
   */
  private static final Duration WRITE_EVERY = Duration.ofMillis(100);

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration CLOSE = Duration.ofSeconds(1);
  private static final int MAX_ITEMS = 500;

  /** Polls begun and not yet written: what is fetched faster than Kafka takes it would pile up. */
  private static final int MAX_OPEN_POLLS = 64;

  /** In place of the number of an opening. */
  private static final int CHANGED = 0;

  private static final int STOP = -1;
  private static final int RETRY_REFUSED = -2;

  private final int partition;
  private final KafkaClients clients;
  private final Topics topics;
  private final Readers readers;
  private final IngestMetrics metrics;
  private final InstantSource clock;
  private final Complaints complaints = new Complaints();
  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();
  private final Set<String> polled = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private Schedule schedule = new Schedule();
  private int openPolls;
  private final AtomicInteger opening = new AtomicInteger();
  private volatile long openedAt = -1;
  private volatile boolean stopped;
  private volatile boolean fenced;

  /** What reaches the shard's thread from others; {@code opening} tells old harvests from new. */
  private record Event(
      String key, @Nullable Source changed, @Nullable Harvest harvest, int opening) {}

  Shard(
      int partition,
      KafkaClients clients,
      Topics topics,
      Readers readers,
      IngestMetrics metrics,
      InstantSource clock) {
    this.partition = partition;
    this.clients = clients;
    this.topics = topics;
    this.readers = readers;
    this.metrics = metrics;
    this.clock = clock;
    this.thread = new Thread(this, "ingest-" + partition);
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Offset of {@code ingest.sources} up to which the shard has read by itself; -1 until open. */
  long openedAt() {
    return openedAt;
  }

  /** True when another owner has taken the partition over. */
  boolean isFenced() {
    return fenced;
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  Map<String, Source> sources() {
    return sources;
  }

  Map<String, Cursor> cursors() {
    return cursors;
  }

  /** True when the source was polled since the shard was opened, or is not due yet. */
  boolean isUpToDate(String key) {
    Cursor cursor = cursors.get(key);
    Instant next = cursor == null ? null : cursor.nextPoll();
    return sources.containsKey(key)
        && (polled.contains(key) || (next != null && next.isAfter(clock.instant())));
  }

  /** A source was added or changed (or removed, null) since the shard was opened. */
  void changed(String key, @Nullable Source source) {
    events.add(new Event(key, source, null, CHANGED));
  }

  /** Settings have changed: what they forbade is tried again. */
  void retryRefused() {
    events.add(new Event("", null, null, RETRY_REFUSED));
  }

  /** Asks the thread to end after the transaction it is in. */
  void stop() {
    stopped = true;
    events.add(new Event("", null, null, STOP));
  }

  /** Waits for the end; false when it did not come in time. */
  boolean awaitEnd(Duration within) throws InterruptedException {
    thread.join(Math.max(1, within.toMillis()));
    return !thread.isAlive();
  }

  @Override
  public void run() {
    String id = topics.id("ingest-" + partition);
    while (!stopped && !fenced) {
      Producer<byte[], byte[]> producer = clients.transactional("ingest-" + partition, id);
      try {
        producer.initTransactions();
        open();
        work(producer);
      } catch (ProducerFencedException | InvalidProducerEpochException e) {
        fenced = true;
        log.info("partition {}: another worker has taken over", partition);
      } catch (KafkaException e) {
        complaints.kafka(partition, e);
        pause();
      } catch (InterruptedException e) {
        stopped = true;
      } finally {
        producer.close(CLOSE);
      }
    }
    sources.values().forEach(source -> metrics.sources().remove(source.id()));
  }

  private void open() {
    var tables = PartitionTables.load(clients, topics, partition);
    opening.incrementAndGet();
    schedule = new Schedule();
    openPolls = 0;
    sources.clear();
    cursors.clear();
    polled.clear();
    cursors.putAll(tables.cursors());
    tables.sources().forEach(this::put);
    openedAt = tables.sourcesEnd();
    log.debug("partition {}: open with {} sources", partition, sources.size());
  }

  private void put(String key, Source source) {
    Cursor cursor = cursors.get(key);
    Instant next = cursor == null ? null : cursor.nextPoll();
    boolean moved = cursor != null && !source.location().equals(cursor.location());
    Source before = sources.put(key, source);
    metrics.register(source);
    metrics.sources().put(SourceHealth.of(source, cursor, clock.instant()));
    if (before == null || moved) schedule.put(key, next == null || moved ? clock.instant() : next);
  }

  private void work(Producer<byte[], byte[]> producer) throws InterruptedException {
    var harvested = new ArrayList<Event>();
    long writeAt = System.nanoTime();
    while (!stopped) {
      startDue();
      long wait = writeAt - System.nanoTime();
      boolean done = harvested.size() == openPolls || isFull(harvested);
      if (harvested.isEmpty() || (wait > 0 && !done)) {
        collect(harvested, harvested.isEmpty() ? Long.MAX_VALUE : wait);
        continue;
      }
      write(producer, harvested);
      harvested.forEach(this::believe);
      harvested.clear();
      writeAt = System.nanoTime() + WRITE_EVERY.toNanos();
    }
  }

  private static boolean isFull(List<Event> harvested) {
    return harvested.stream().mapToInt(event -> harvest(event).items().size()).sum() >= MAX_ITEMS;
  }

  private void startDue() {
    Instant now = clock.instant();
    while (openPolls < MAX_OPEN_POLLS) {
      String key = schedule.take(now);
      if (key == null) return;
      Source source = sources.get(key);
      if (source == null) continue;
      openPolls++;
      Cursor cursor = cursors.getOrDefault(key, Cursor.start(source.id()));
      int during = opening.get();
      readers.poll(
          source,
          cursor,
          () -> !stopped && during == opening.get(),
          h -> events.add(new Event(key, source, h, during)));
    }
  }

  /** Waits for the next thing to happen; adds the harvests that are there, up to a full batch. */
  private void collect(List<Event> harvested, long mostNanos) throws InterruptedException {
    long wait = Math.min(untilDue().toNanos(), Math.max(0, mostNanos));
    Event event = events.poll(wait, TimeUnit.NANOSECONDS);
    while (event != null) {
      if (event.harvest() == null) {
        handle(event);
      } else if (event.opening() == opening.get()) {
        harvested.add(event);
      }
      event = isFull(harvested) ? null : events.poll();
    }
  }

  private void handle(Event event) {
    if (event.opening() == CHANGED) change(event);
    if (event.opening() == RETRY_REFUSED) scheduleRefused();
  }

  private Duration untilDue() {
    Instant next = schedule.next();
    if (next == null || openPolls == MAX_OPEN_POLLS) return TICK;
    Duration wait = Duration.between(clock.instant(), next);
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(TICK) < 0 ? wait : TICK;
  }

  private void change(Event event) {
    if (event.changed() == null) {
      Source removed = sources.remove(event.key());
      schedule.remove(event.key());
      if (removed != null) metrics.sources().remove(removed.id());
    } else {
      put(event.key(), event.changed());
    }
  }

  private void scheduleRefused() {
    Instant now = clock.instant();
    sources.forEach(
        (key, source) -> {
          var health = SourceHealth.of(source, cursors.get(key), now);
          if (health.state() == SourceHealth.State.REFUSED && schedule.has(key)) {
            schedule.put(key, now);
          }
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a send has failed
  private void write(Producer<byte[], byte[]> producer, List<Event> harvested) {
    var told = harvested.stream().filter(e -> harvest(e).outcome() != Outcome.NONE).toList();
    if (told.isEmpty()) return;
    Topic<String, NewsItem> items = topics.newsItems();
    Topic<String, Cursor> states = topics.ingestCursors();
    producer.beginTransaction();
    for (Event event : told) {
      for (NewsItem item : harvest(event).items()) {
        producer.send(items.record(item.id(), item, items.partitions()));
      }
      producer.send(states.record(event.key(), harvest(event).cursor(), states.partitions()));
    }
    producer.commitTransaction();
  }

  /** What is committed becomes memory; only then may the source be polled again. */
  private void believe(Event event) {
    Harvest harvest = harvest(event);
    Instant now = clock.instant();
    openPolls--;
    Cursor before = cursors.put(event.key(), harvest.cursor());
    boolean asked = harvest.outcome() != Outcome.NONE || !harvest.pause().isZero();
    if (asked) polled.add(event.key());
    Source source = sources.get(event.key());
    schedule.release(event.key(), now, harvest.rest());
    if (source == null) return;
    schedule.put(event.key(), now.plus(harvest.pause()));
    metrics.count(source, harvest, before == null ? Cursor.start(source.id()) : before, now);
    var health = SourceHealth.of(source, harvest.cursor(), now);
    metrics.sources().put(health);
    complaints.source(health);
  }

  private static Harvest harvest(Event event) {
    return Objects.requireNonNull(event.harvest());
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(stopped ? 0 : RETRY.toMillis());
    } catch (InterruptedException e) {
      stopped = true;
    }
  }
}
