package slipstream.benchmarks.delivery;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A local webhook that notes when each id came first. */
final class Endpoint implements AutoCloseable {
  /** Where both senders put the id of a change. */
  static final String ID = "webhook-id";

  private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;

  Endpoint() throws IOException {
    // The JDK's server otherwise waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Nanosecond clock of each first arrival. */
  long[] arrivals() {
    return arrivals.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** Nanosecond clock of the first arrival of a change that has arrived. */
  long arrival(String id) {
    return requireNonNull(arrivals.get(id), id);
  }

  void await(int count) {
    while (arrivals.size() < count) LockSupport.parkNanos(1_000_000);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String key = exchange.getRequestHeaders().getFirst(ID);
      arrivals.putIfAbsent(key.substring(0, key.indexOf(':')), System.nanoTime());
      exchange.sendResponseHeaders(204, -1);
    }
  }
}
