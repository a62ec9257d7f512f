package slipstream.app.role;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import slipstream.streams.StreamsService;
import slipstream.streams.StreamsSettings;
import slipstream.web.Health;

/** Streams: the topology from items to mentions, ledger and counts. */
public final class StreamsRole implements Role {
  private final StreamsService service;

  /**
   * Starts the topology.
   *
   * @param sourcesRead true when no source has anything left to read
   */
  public StreamsRole(Surroundings around, Configs configs, BooleanSupplier sourcesRead)
      throws InterruptedException {
    service =
        StreamsService.start(
            around.clients(),
            around.topics(),
            configs::analysis,
            around.now()::get,
            sourcesRead,
            around.state(),
            StreamsSettings.DEFAULT,
            around.registry());
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
  }
}
