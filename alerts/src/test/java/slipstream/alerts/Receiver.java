package slipstream.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A real HTTP server that keeps what it receives and answers as told. */
public final class Receiver implements AutoCloseable {
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final int port;
  private volatile Function<Received, Answer> answers = r -> Answer.status(204);
  private @Nullable HttpServer server;

  /** A request as it came. */
  public record Received(String method, String path, Headers headers, String body, long nanos) {
    public String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  /** What the receiver answers. */
  public record Answer(int status, String body, List<String> header) {
    public static Answer status(int status) {
      return new Answer(status, "", List.of());
    }
  }

  public Receiver() throws IOException {
    port = start(0);
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  public void answer(Function<Received, Answer> answers) {
    this.answers = answers;
  }

  public void answer(int status) {
    answer(r -> Answer.status(status));
  }

  /** What was received, also what was answered with an error. */
  public List<Received> received() {
    return received;
  }

  /** The ids of the changes of all requests, in order. */
  public List<String> keys() {
    return received.stream().map(r -> r.header("webhook-id")).toList();
  }

  public void down() {
    if (server != null) server.stop(0);
    server = null;
  }

  public void up() throws IOException {
    start(port);
  }

  @Override
  public void close() {
    down();
    threads.shutdownNow();
  }

  private int start(int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    server = HttpServer.create(address, 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request =
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8),
              System.nanoTime());
      received.add(request);
      var answer = answers.apply(request);
      for (int i = 0; i < answer.header().size(); i += 2) {
        exchange.getResponseHeaders().set(answer.header().get(i), answer.header().get(i + 1));
      }
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) exchange.getResponseBody().write(body);
    }
  }
}
