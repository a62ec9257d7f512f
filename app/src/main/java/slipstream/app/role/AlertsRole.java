package slipstream.app.role;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import slipstream.alerts.AlertsService;
import slipstream.web.Health;

/** Alerts: tells people of changes. */
public final class AlertsRole implements Role {
  private final AlertsService service;

  public AlertsRole(Surroundings around, Configs configs) {
    service =
        new AlertsService(
            around.clients(),
            around.topics(),
            configs::subscriptions,
            around.registry(),
            Clock.systemUTC());
    service.start();
    configs.onSubscriptions(service::reload);
  }

  /** True when everything announced was read and nothing that is due waits to be sent. */
  public boolean isIdle() {
    return service.isIdle();
  }

  @Override
  public Health health() {
    var health = service.health();
    String detail =
        health.problems().isEmpty()
            ? "%d notices waiting".formatted(health.waiting())
            : String.join("; ", health.problems());
    return new Health("alerts", health.healthy(), detail);
  }

  @Override
  public @Nullable Throwable failure() {
    return service.failure().orElse(null);
  }

  @Override
  public void close() {
    service.close();
  }
}
