package slipstream.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that does whatever a test wants, down to the bytes: lies, stalls, drips, resets. */
public final class TestServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "test-server");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** What was asked. */
  public record Request(String path, Map<String, String> headers, long nanos) {}

  /** Writes the raw answer. */
  @FunctionalInterface
  public interface Handler {
    void answer(Request request, Socket connection, OutputStream out)
        throws IOException, InterruptedException;
  }

  public TestServer() throws IOException {
    socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Answers a path with raw bytes. */
  public TestServer on(String path, Handler handler) {
    handlers.put(path, handler);
    return this;
  }

  /** Answers a path with a status, header lines and a body. */
  public TestServer on(String path, int status, String headers, String body) {
    return on(
        path, (request, connection, out) -> write(out, status, headers, body.getBytes(UTF_8)));
  }

  public static void write(OutputStream out, int status, String headers, byte[] body)
      throws IOException {
    String head =
        "HTTP/1.1 "
            + status
            + " X\r\nContent-Length: "
            + body.length
            + "\r\n"
            + (headers.isEmpty() ? "" : headers.strip() + "\r\n")
            + "\r\n";
    out.write(head.getBytes(ISO_8859_1));
    out.write(body);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** All requests so far, robots.txt left out. */
  public List<Request> requests() {
    return requests.stream().filter(r -> !r.path().equals("/robots.txt")).toList();
  }

  public List<Request> allRequests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      }
    } catch (SocketException e) {
      if (!socket.isClosed()) throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      String line = in.readLine();
      if (line == null) return;
      String path = line.substring(4, line.lastIndexOf(' '));
      var headers = new TreeMap<String, String>();
      for (String h = in.readLine(); h != null && !h.isEmpty(); h = in.readLine()) {
        int colon = h.indexOf(':');
        headers.put(h.substring(0, colon).toLowerCase(Locale.ROOT), h.substring(colon + 1).strip());
      }
      var request = new Request(path, headers, System.nanoTime());
      requests.add(request);
      Handler handler =
          handlers.getOrDefault(path, (r, c, out) -> write(out, 404, "", new byte[0]));
      handler.answer(request, connection, connection.getOutputStream());
      connection.getOutputStream().flush();
    } catch (IOException e) {
      // The client went away: what a test wants to see is on the client's side.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
