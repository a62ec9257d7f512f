package slipstream.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times requests as {@code http.server.requests}, with the labels of Micrometer's convention. */
final class RequestTimer {
  private static final Set<String> KNOWN_METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final MeterRegistry registry;

  RequestTimer(MeterRegistry registry) {
    this.registry = registry;
  }

  void record(Context request, float millis) {
    Timer.builder("http.server.requests")
        .description("Time to answer an HTTP request")
        .tag("method", method(request))
        .tag("uri", template(request))
        .tag("status", Integer.toString(request.statusCode()))
        .tag("outcome", outcome(request.statusCode()))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
  }

  /** Whoever asks chooses the method: only known ones become a label value. */
  private static String method(Context request) {
    String name = request.method().name();
    return KNOWN_METHODS.contains(name) ? name : "UNKNOWN";
  }

  private static String template(Context request) {
    @Nullable Endpoint matched = request.endpoints().lastHttpEndpoint();
    return matched == null ? "NOT_FOUND" : matched.path;
  }

  private static String outcome(int status) {
    return switch (status / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }
}
