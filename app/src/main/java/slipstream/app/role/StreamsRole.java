package slipstream.app.role;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import slipstream.streams.StreamsService;
import slipstream.streams.StreamsSettings;
import slipstream.web.Health;

/** Streams: the topology from items to mentions, ledger and counts. */
public final class StreamsRole implements Role {
  private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);

  private final StreamsService service;
  private final Runnable afterwards;

  /**
   * Starts the topology.
   *
   * @param sourcesRead true when no source has anything left to read
   */
  public StreamsRole(Surroundings around, Configs configs, BooleanSupplier sourcesRead)
      throws InterruptedException {
    this(around, configs, sourcesRead, () -> {});
  }

  private StreamsRole(
      Surroundings around, Configs configs, BooleanSupplier sourcesRead, Runnable afterwards)
      throws InterruptedException {
    this.afterwards = afterwards;
    OlderGenerations.awaitStopped(around.clients(), around.topics(), STOPPED_WITHIN);
    service =
        StreamsService.start(
            around.clients(),
            around.topics(),
            configs::analysis,
            around.now()::get,
            sourcesRead,
            around.state(),
            StreamsSettings.of(System.getenv()),
            around.registry());
  }

  /** Starts the topology in a process of its own: what is left to read, the topics tell. */
  public static StreamsRole alone(Surroundings around, Configs configs)
      throws InterruptedException {
    var archives = new ArchivesRead(around.clients(), around.topics());
    return new StreamsRole(around, configs, archives, archives::close);
  }

  /** Writes the clock to the ledger now. */
  public void tick() throws InterruptedException {
    service.tick();
  }

  @Override
  public Health health() {
    var health = service.health();
    String detail =
        "%s, %d of %d threads%s"
            .formatted(
                health.state().toLowerCase(Locale.ROOT),
                health.aliveThreads(),
                health.wantedThreads(),
                health.clockRunning() ? "" : ", the clock has stopped");
    return new Health("streams", health.isWell(), detail);
  }

  @Override
  public @Nullable Throwable failure() {
    return service.health().failure();
  }

  @Override
  public void close() {
    service.close();
    afterwards.run();
  }
}
