package slipstream.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.Tick;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/**
 * Makes time an event: whenever nothing is left to read, it writes the time to each partition of
 * {@code ledger.clock}, so that windows that have passed become overdue. Again when something was
 * read since, when a day begins, and at least each hour.
 */
public final class ClockWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ClockWorker.class);
  private static final Duration CHECK = Duration.ofMillis(500);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final Topics topics;
  private final InstantSource clock;
  private final BooleanSupplier sourcesRead;
  private final Duration atLeastEvery;
  private final Lag lag;
  private final Producer<byte[], byte[]> producer;
  private final Thread thread;

  private @Nullable Instant lastTick;
  private long lastTickNanos;
  private long lastRead;

  private ClockWorker(
      KafkaClients clients,
      Topics topics,
      InstantSource clock,
      BooleanSupplier sourcesRead,
      Duration atLeastEvery) {
    this.topics = topics;
    this.clock = clock;
    this.sourcesRead = sourcesRead;
    this.atLeastEvery = atLeastEvery;
    this.lag = new Lag(clients, topics.generationId("clock"));
    this.producer = clients.producer(topics.generationId("clock"));
    this.thread = new Thread(this::run, "ledger-clock");
    this.thread.setDaemon(true);
  }

  /**
   * Starts the loop.
   *
   * @param sourcesRead false while more is known to be on its way to {@code news.items}
   */
  public static ClockWorker start(
      KafkaClients clients,
      Topics topics,
      InstantSource clock,
      BooleanSupplier sourcesRead,
      Duration atLeastEvery) {
    var worker = new ClockWorker(clients, topics, clock, sourcesRead, atLeastEvery);
    worker.thread.start();
    return worker;
  }

  /** Writes the time to every partition now. */
  public synchronized void tick() throws InterruptedException {
    Topic<String, Tick> topic = topics.ledgerClock();
    Instant now = clock.instant();
    var sent = new ArrayList<Future<?>>();
    for (int partition = 0; partition < topic.partitions(); partition++) {
      var record = topic.record(Integer.toString(partition), new Tick(now), topic.partitions());
      sent.add(
          producer.send(
              new ProducerRecord<>(topic.name(), partition, record.key(), record.value())));
    }
    try {
      for (Future<?> each : sent) each.get();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot write the clock", e.getCause());
    }
    lastTick = now;
    lastTickNanos = System.nanoTime();
  }

  /** False once the loop has ended. */
  public boolean isRunning() {
    return thread.isAlive();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lag.close();
    producer.close(CLOSE_WITHIN);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        tickWhenIdle();
        Thread.sleep(CHECK.toMillis());
      }
    } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
      log.debug("the clock has stopped");
    }
  }

  private void tickWhenIdle() throws InterruptedException {
    try {
      if (!sourcesRead.getAsBoolean()) return;
      String group = topics.generationId("slipstream");
      var read =
          List.<Topic<String, ?>>of(
              topics.newsItems(), topics.newsMentions(), topics.ledgerOverrides());
      if (!lag.isZero(group, read)) return;
      long position = lag.committed(group, read);
      if (position == lastRead && !isTime()) return;
      tick();
      lastRead = position;
    } catch (org.apache.kafka.common.errors.InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      log.warn("no tick: {}", e.getMessage());
    }
  }

  private boolean isTime() {
    return lastTick == null
        || System.nanoTime() - lastTickNanos >= atLeastEvery.toNanos()
        || day(clock.instant()).isAfter(day(lastTick));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
