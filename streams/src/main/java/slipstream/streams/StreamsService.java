package slipstream.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/** The topology at work with its clock: starts, stops, and tells how it stands. */
public final class StreamsService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StreamsService.class);

  /** A thread that dies more often is not unlucky: replacing it would only hide the cause. */
  private static final int DEATHS_ALLOWED = 5;

  /** A disk that is full or broken does not get better in seconds. */
  private static final int DEATHS_OF_STORES_ALLOWED = 1;

  private static final Duration DEATHS_WITHIN = Duration.ofMinutes(10);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final StreamsSettings settings;
  private final AnnouncedHistory history;
  private final KafkaStreams streams;
  private final KafkaStreamsMetrics metrics;
  private final ClockWorker clock;
  private final Deque<Instant> deaths = new ArrayDeque<>();
  private volatile @Nullable Throwable failure;

  private StreamsService(
      KafkaClients clients,
      Topics topics,
      Supplier<Analysis> analysis,
      InstantSource now,
      BooleanSupplier sourcesRead,
      Path stateDir,
      StreamsSettings settings,
      MeterRegistry registry) {
    this.settings = settings;
    var meters = new StreamsMeters(registry);
    meters.expect(analysis.get());
    history = new AnnouncedHistory(clients, topics);
    var topology = new NewsTopology(topics, analysis, history, settings, meters).get();
    streams = new KafkaStreams(topology, settings.properties(clients, topics, stateDir, meters));
    streams.setUncaughtExceptionHandler(this::onDeath);
    metrics = new KafkaStreamsMetrics(streams);
    metrics.bindTo(registry);
    clock = ClockWorker.start(clients, topics, now, sourcesRead, settings.tickAtLeastEvery());
  }

  /**
   * Starts; the topics must exist.
   *
   * @param analysis asked for each item
   * @param now the wall clock, or the one given on the command line
   * @param sourcesRead false while more is known to be on its way to {@code news.items}: the clock
   *     waits for it
   * @param stateDir where the stores lie; kept between runs
   */
  public static StreamsService start(
      KafkaClients clients,
      Topics topics,
      Supplier<Analysis> analysis,
      InstantSource now,
      BooleanSupplier sourcesRead,
      Path stateDir,
      StreamsSettings settings,
      MeterRegistry registry)
      throws InterruptedException {
    var service =
        new StreamsService(
            clients, topics, analysis, now, sourcesRead, stateDir, settings, registry);
    try {
      service.history.awaitRead(); // it was read while the topology was built
      service.streams.start();
    } catch (InterruptedException | RuntimeException e) {
      service.close();
      throw e;
    }
    return service;
  }

  /** Tells the ledger the time now, instead of when it is next found idle. */
  public void tick() throws InterruptedException {
    clock.tick();
  }

  public StreamsHealth health() {
    int alive =
        (int) streams.metadataForLocalThreads().stream().filter(StreamsService::isAlive).count();
    return new StreamsHealth(
        streams.state().name(),
        alive,
        settings.threads(),
        clock.isRunning() && history.isFollowing(),
        failure);
  }

  /**
   * Leaves the group at once, so that a restart or another instance takes over without waiting.
   * Stores that have failed are deleted: after a full disk they may not even open again, and all
   * they hold stands in their changelogs.
   */
  @Override
  public void close() {
    clock.close();
    metrics.close();
    boolean closed =
        streams.close(
            CloseOptions.timeout(CLOSE_WITHIN)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    if (!closed) log.warn("the topology did not close within {} s", CLOSE_WITHIN.toSeconds());
    if (closed && isOfStores(failure)) streams.cleanUp();
    history.close();
  }

  private synchronized StreamThreadExceptionResponse onDeath(Throwable cause) {
    Instant now = Instant.now();
    deaths.add(now);
    while (deaths.getFirst().isBefore(now.minus(DEATHS_WITHIN))) deaths.removeFirst();
    if (deaths.size() <= (isOfStores(cause) ? DEATHS_OF_STORES_ALLOWED : DEATHS_ALLOWED)) {
      log.warn("a stream thread died and is replaced", cause);
      return REPLACE_THREAD;
    }
    log.error("stream threads keep dying", cause);
    failure = cause;
    return SHUTDOWN_CLIENT;
  }

  private static boolean isOfStores(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProcessorStateException) return true;
    }
    return false;
  }

  private static boolean isAlive(ThreadMetadata thread) {
    return !thread.threadState().equals("DEAD") && !thread.threadState().equals("PENDING_SHUTDOWN");
  }
}
