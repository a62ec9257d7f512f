package slipstream.app.role;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.config.Watchlist;
import slipstream.web.Health;
import slipstream.web.WebService;

/** Web: shows what is held. */
public final class WebRole implements Role {
  private final WebService service;

  /**
   * Starts to listen.
   *
   * @param others health of the other parts of the process
   * @param port 0 = any free one
   */
  public WebRole(
      Surroundings around,
      Supplier<Watchlist> watchlist,
      Supplier<List<Health>> others,
      String host,
      int port) {
    service =
        new WebService(
            around.clients(), around.topics(), watchlist, around.registry(), others, host, port);
    service.start();
  }

  public int port() {
    return service.port();
  }

  /** Its own health is part of its {@code /health} already. */
  @Override
  public Health health() {
    return new Health("web", true, "listening on port " + port());
  }

  @Override
  public @Nullable Throwable failure() {
    return null;
  }

  @Override
  public void close() {
    service.close();
  }
}
