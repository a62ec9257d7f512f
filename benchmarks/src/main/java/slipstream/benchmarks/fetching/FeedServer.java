package slipstream.benchmarks.fetching;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Feeds of {@code feed0.example}, {@code feed1.example}, ... in a JVM of its own: of 50 feeds 46
 * work, of which one answers after 1-2 s, and of the rest one is gone, one fails, one hangs up and
 * one asks to wait. A feed has news at 15 of 100 polls; else it answers 304.
 *
 * <p>{@code /stats} tells what was asked, as lines {@code name value}.
 */
public final class FeedServer {
  private static final int KINDS = 50;
  private static final double NEWS = 0.15;

  private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService slow = Executors.newSingleThreadScheduledExecutor();

  private FeedServer() {}

  /** Serves on a free port, which it prints, until its standard input ends. */
  public static void main(String[] args) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2048);
    server.setExecutor(Executors.newFixedThreadPool(4));
    var feeds = new FeedServer();
    server.createContext("/", feeds::answer);
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // Whoever started us is still there.
    }
    System.exit(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/stats")) {
      send(exchange, 200, stats());
    } else if (!path.equals("/feed")) {
      send(exchange, 404, "");
    } else {
      feed(exchange);
    }
  }

  private void feed(HttpExchange exchange) throws IOException {
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    int number = Integer.parseInt(host.substring(4, host.indexOf('.')));
    Feed feed = feeds.computeIfAbsent(host, h -> new Feed());
    count("asked by " + exchange.getRequestHeaders().getFirst("User-Agent"));
    if (!feed.enter()) count("impolite");
    switch (number % KINDS) {
      case 7 -> {
        long wait = ThreadLocalRandom.current().nextLong(1_000, 2_000);
        var unused = slow.schedule(() -> news(exchange, feed), wait, TimeUnit.MILLISECONDS);
      }
      case 13 -> fail(exchange, feed, 500);
      case 23 -> fail(exchange, feed, 503);
      case 31 -> fail(exchange, feed, 404);
      case 43 -> {
        feed.leave();
        count("hung up");
        exchange.close();
      }
      default -> news(exchange, feed);
    }
  }

  private void news(HttpExchange exchange, Feed feed) {
    try {
      String known = exchange.getRequestHeaders().getFirst("If-None-Match");
      String body = feed.next(ThreadLocalRandom.current().nextDouble() < NEWS, known);
      exchange.getResponseHeaders().set("ETag", feed.tag());
      exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
      feed.leave();
      send(exchange, body.isEmpty() ? 304 : 200, body);
    } catch (IOException e) {
      count("client gone");
      exchange.close();
    }
  }

  private void fail(HttpExchange exchange, Feed feed, int status) throws IOException {
    if (status == 503) exchange.getResponseHeaders().set("Retry-After", "60");
    feed.leave();
    send(exchange, status, "");
  }

  private void send(HttpExchange exchange, int status, String body) throws IOException {
    count("status " + status);
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void count(String what) {
    counts.computeIfAbsent(what, w -> new LongAdder()).increment();
  }

  private String stats() {
    var text = new StringBuilder();
    new TreeMap<>(counts)
        .forEach((what, n) -> text.append(what).append('\t').append(n).append('\n'));
    return text.toString();
  }

  /** One feed: the newest 10 of its items, each with the time at which it was first sent. */
  private static final class Feed {
    private static final int WINDOW = 10;
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(990);
    private static final String WORDS =
        "The maker said on Monday that the new model would come later than planned. ".repeat(5);

    private final long[] sentAt = new long[WINDOW];
    private int newest = WINDOW;
    private boolean inFlight;
    private long left = System.nanoTime() - PACE;

    /** False when it is asked twice at a time, or again within a second. */
    synchronized boolean enter() {
      boolean polite = !inFlight && System.nanoTime() - left >= PACE;
      inFlight = true;
      return polite;
    }

    synchronized void leave() {
      inFlight = false;
      left = System.nanoTime();
    }

    synchronized String tag() {
      return "\"" + newest + "\"";
    }

    /** The feed with perhaps one item more; empty when the reader knows it all. */
    synchronized String next(boolean news, String known) {
      if (news) sentAt[++newest % WINDOW] = System.currentTimeMillis();
      if (tag().equals(known)) return "";
      var rss =
          new StringBuilder(
              "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>F</title>");
      for (int n = newest; n > newest - WINDOW; n--) item(rss, n);
      return rss.append("</channel></rss>").toString();
    }

    private void item(StringBuilder rss, int n) {
      rss.append("<item><title>").append(n).append(" sent ").append(sentAt[n % WINDOW]);
      rss.append("</title><guid isPermaLink=\"false\">").append(n).append("</guid><description>");
      rss.append(WORDS).append("</description>");
      rss.append("<pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>");
    }
  }
}
