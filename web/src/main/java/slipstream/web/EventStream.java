package slipstream.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.kafka.Json;
import slipstream.web.view.Views;

/**
 * The changes as they happen, as server-sent events at {@code /api/events}.
 *
 * <p>The id of an event says how many changes of each subject have been sent, so that {@code
 * Last-Event-ID} loses and repeats none, also after a restart: the topic keeps each subject's order
 * for ever. Each listener holds a thread of its own: a slow one delays nobody else.
 */
final class EventStream implements AutoCloseable {
  private static final int MOST_LISTENERS = 32;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Views views;
  private final AtomicInteger listeners = new AtomicInteger();
  private volatile boolean closed;

  EventStream(Views views, MeterRegistry registry) {
    this.views = views;
    Gauge.builder("slipstream.sse.clients", listeners, AtomicInteger::get)
        .description("Listeners to /api/events")
        .register(registry);
  }

  void serve(Context request) throws InterruptedException {
    Query.of(request, Set.of());
    try {
      if (listeners.incrementAndGet() > MOST_LISTENERS) {
        throw new ServiceUnavailableResponse("%d listen already".formatted(MOST_LISTENERS));
      }
      var response = request.res();
      response.setContentType("text/event-stream");
      response.setHeader("X-Accel-Buffering", "no");
      stream(response.getOutputStream(), request.header("Last-Event-ID"));
    } catch (IOException e) {
      // the listener has gone
    } finally {
      listeners.decrementAndGet();
    }
  }

  /** Ends all streams; their listeners will ask again. */
  @Override
  public void close() {
    closed = true;
  }

  private void stream(OutputStream out, @Nullable String lastId)
      throws IOException, InterruptedException {
    long revision = views.revision();
    var sent = lastId == null ? counts(views.changesAsArrived()) : parse(lastId);
    write(out, "retry: 5000\n\n");
    long beat = System.nanoTime();
    while (!closed) {
      boolean wrote = sendNew(out, sent);
      if (wrote || System.nanoTime() - beat > HEARTBEAT.toNanos()) {
        if (!wrote) write(out, ": still here\n\n");
        beat = System.nanoTime();
      }
      revision = views.awaitNewer(revision, LOOK_EVERY);
    }
  }

  private boolean sendNew(OutputStream out, Map<String, Integer> sent) throws IOException {
    boolean wrote = false;
    var passed = new TreeMap<String, Integer>();
    for (var change : views.changesAsArrived()) {
      int position = passed.merge(change.subject(), 1, Integer::sum);
      if (position <= sent.getOrDefault(change.subject(), 0)) continue;
      sent.put(change.subject(), position);
      write(
          out,
          "id: %s\nevent: change\ndata: %s\n\n"
              .formatted(format(sent), Json.MAPPER.writeValueAsString(change)));
      wrote = true;
    }
    return wrote;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static Map<String, Integer> counts(List<Change> changes) {
    var counts = new TreeMap<String, Integer>();
    changes.forEach(c -> counts.merge(c.subject(), 1, Integer::sum));
    return counts;
  }

  /** {@code subject:count}, separated by commas. */
  static String format(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(e -> e.getKey() + ":" + e.getValue())
        .collect(joining(","));
  }

  /** What cannot be read counts as not sent: better twice than never. */
  static Map<String, Integer> parse(String id) {
    var counts = new TreeMap<String, Integer>();
    for (String part : id.split(",", -1)) {
      int colon = part.indexOf(':');
      if (colon > 0 && part.substring(colon + 1).matches("\\d{1,9}")) {
        counts.put(part.substring(0, colon), Integer.valueOf(part.substring(colon + 1)));
      }
    }
    return counts;
  }
}
