package slipstream.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;
import slipstream.web.feed.AtomFeed;
import slipstream.web.feed.Calendar;
import slipstream.web.page.Page;
import slipstream.web.view.GroupLag;
import slipstream.web.view.ViewMetrics;
import slipstream.web.view.Views;

/**
 * The page at {@code /}, the REST API below {@code /api/}, feeds, {@code /metrics} and {@code
 * /health}, over views that follow the topics. It only reads.
 */
public final class WebService implements AutoCloseable {
  private final Views views;
  private final Supplier<Watchlist> watchlist;
  private final Supplier<List<Health>> parts;
  private final ViewMetrics metrics;
  private final GroupLag lag;
  private final EventStream events;
  private final OpsServer server;

  /**
   * @param watchlist for the names of what is watched; asked at each page
   * @param parts of the process beside this one, asked at each {@code /health}
   * @param host address to listen on
   * @param port to listen on; 0 = any free one
   */
  public WebService(
      KafkaClients clients,
      Topics topics,
      Supplier<Watchlist> watchlist,
      PrometheusMeterRegistry registry,
      Supplier<List<Health>> parts,
      String host,
      int port) {
    this.views = new Views(clients, topics);
    this.watchlist = watchlist;
    this.parts = parts;
    this.metrics = new ViewMetrics(registry, views::snapshot);
    this.lag = new GroupLag(clients, topics, registry);
    this.events = new EventStream(views, registry);
    this.server =
        new OpsServer(
            clients, registry, this::health, host, port, this::refreshGauges, this::routes);
  }

  /** Starts to follow the topics, which must exist, and to listen. */
  public WebService start() {
    views.start();
    server.start();
    return this;
  }

  /** True when what the topics held at the start can be seen, in time. */
  public boolean awaitCaughtUp(Duration within) throws InterruptedException {
    return views.awaitCaughtUp(within);
  }

  /** The port listened on, once started. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    events.close();
    server.close();
    lag.close();
    views.close();
  }

  private void routes(RoutesConfig routes) {
    routes.get("/", this::page);
    Assets.routes(routes);
    new Api(views::snapshot).routes(routes);
    routes.get("/api/events", events::serve);
    routes.get("/changes.atom", this::atom);
    routes.get("/outlooks.ics", this::calendar);
  }

  private void atom(Context request) {
    String base = request.scheme() + "://" + request.host();
    var feed = AtomFeed.render(watchlist.get(), views.snapshot().changes(), base);
    request.result(feed).contentType("application/atom+xml; charset=utf-8");
  }

  private void calendar(Context request) {
    var calendar = Calendar.render(watchlist.get(), views.snapshot());
    request.result(calendar).contentType("text/calendar; charset=utf-8");
  }

  private void page(Context request) {
    var page =
        Page.render(
            watchlist.get(), views.snapshot(), Instant.now().truncatedTo(ChronoUnit.MINUTES));
    request.result(page.toString()).contentType("text/html; charset=utf-8");
  }

  private void refreshGauges() {
    metrics.refresh();
    lag.refresh();
  }

  private List<Health> health() {
    var all = new ArrayList<Health>(parts.get());
    all.add(ownHealth());
    return all;
  }

  private Health ownHealth() {
    var stopped = views.stopped();
    if (!stopped.isEmpty()) {
      return new Health("web", false, "no longer reads " + String.join(", ", stopped));
    }
    return views.isCaughtUp()
        ? new Health("web", true, "%d records seen".formatted(views.revision()))
        : new Health("web", false, "still reading the topics from their beginning");
  }
}
