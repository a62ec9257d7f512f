package slipstream.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.kafka.Json;
import slipstream.contracts.kafka.KafkaClients;

/**
 * The HTTP server of a role: {@code /metrics} for Prometheus and {@code /health}.
 *
 * <p>{@code /health} answers 200 when Kafka and every part is well, 503 otherwise, with the parts.
 */
public final class OpsServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OpsServer.class);

  /** Prometheus 3 refuses a scrape whose content type it does not know. */
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final Supplier<List<Health>> parts;
  private final Runnable beforeScrape;
  private final String host;
  private final int port;
  private final ProcessMeters meters;
  private final BrokerProbe broker;
  private final Javalin server;

  /**
   * @param parts of the process, asked at each {@code /health}; must answer at once
   * @param host address to listen on
   * @param port to listen on; 0 = any free one
   */
  public OpsServer(
      KafkaClients clients,
      PrometheusMeterRegistry registry,
      Supplier<List<Health>> parts,
      String host,
      int port) {
    this(clients, registry, parts, host, port, () -> {}, routes -> {});
  }

  /**
   * @param beforeScrape brings gauges up to date
   * @param more routes beside the two
   */
  OpsServer(
      KafkaClients clients,
      PrometheusMeterRegistry registry,
      Supplier<List<Health>> parts,
      String host,
      int port,
      Runnable beforeScrape,
      Consumer<RoutesConfig> more) {
    this.registry = registry;
    this.parts = parts;
    this.beforeScrape = beforeScrape;
    this.host = host;
    this.port = port;
    this.meters = new ProcessMeters(registry);
    this.server = Javalin.create(config -> configure(config, more));
    this.broker = new BrokerProbe(clients);
  }

  /**
   * Starts to listen.
   *
   * @throws io.javalin.util.JavalinBindException when the port is taken
   */
  public OpsServer start() {
    server.start(host, port);
    log.info("listening on http://{}:{}/", host, port());
    return this;
  }

  /** The port listened on, once started. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    broker.close();
  }

  private void configure(JavalinConfig config, Consumer<RoutesConfig> more) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.generateEtags = true;
    var timer = new RequestTimer(registry);
    config.requestLogger.http(timer::record);
    config.routes.before(new RequestGuard(host)::check);
    Problem.answerAll(config.routes);
    config.routes.get("/metrics", this::metrics);
    config.routes.get("/health", this::health);
    more.accept(config.routes);
  }

  private void metrics(Context request) {
    meters.refresh(health());
    beforeScrape.run();
    request.result(registry.scrape(PROMETHEUS_TEXT)).contentType(PROMETHEUS_TEXT);
  }

  private void health(Context request) throws JsonProcessingException {
    var all = health();
    boolean ok = all.stream().allMatch(Health::ok);
    request.status(ok ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    request.result(Json.MAPPER.writeValueAsBytes(new Report(ok ? "ok" : "failing", all)));
    request.contentType("application/json");
  }

  private List<Health> health() {
    var all = new ArrayList<Health>();
    all.add(broker.ask());
    all.addAll(parts.get());
    return all;
  }

  /** The answer of {@code /health}. */
  private record Report(String status, List<Health> parts) {}
}
