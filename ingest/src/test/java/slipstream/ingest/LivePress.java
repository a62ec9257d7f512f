package slipstream.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.contracts.config.Sources;
import slipstream.ingest.fetch.TestServer;

/**
 * Many sites on one server, each with a feed that publishes one more item every time it is asked.
 * Each worker is known by the contact in its user agent.
 */
final class LivePress implements AutoCloseable {
  private static final int WINDOW = 40;

  private final TestServer server = new TestServer();
  private final Map<String, Site> sites = new ConcurrentHashMap<>();
  private volatile boolean publishing = true;

  private static final class Site {
    final List<String> links = new ArrayList<>();
    String asked = "";
    long at;
  }

  LivePress(int count) throws IOException {
    for (int i = 0; i < count; i++) sites.put("site%d.example".formatted(i), new Site());
    server.on("/feed", (request, connection, out) -> answer(request, out));
  }

  /** A source for each site, polled again half a second after it answered. */
  Sources sources() {
    var sources = sites.keySet().stream().sorted().map(this::source).toList();
    return new Sources(null, sources, List.of());
  }

  /** From now on the sites have nothing new. */
  void goQuiet() {
    publishing = false;
  }

  /** The addresses of everything that was published. */
  Set<String> published() {
    var all = new TreeSet<String>();
    for (Site site : sites.values()) {
      synchronized (site) {
        all.addAll(site.links);
      }
    }
    return all;
  }

  /** How many sites each worker has asked last, of those asked since. */
  Map<String, Long> askedBy(long sinceNanos) {
    return sites.values().stream()
        .filter(site -> site.at - sinceNanos > 0)
        .collect(Collectors.groupingBy(site -> site.asked, Collectors.counting()));
  }

  private void answer(TestServer.Request request, OutputStream out) throws IOException {
    String host = request.headers().getOrDefault("host", "").replaceAll(":.*", "");
    Site site = sites.get(host);
    String agent = request.headers().getOrDefault("user-agent", "");
    String body;
    synchronized (site) {
      site.asked = agent.substring(agent.indexOf('+') + 1, agent.length() - 1);
      site.at = request.nanos();
      if (publishing) site.links.add("https://%s/%d".formatted(host, site.links.size()));
      body = rss(site.links);
    }
    TestServer.write(out, 200, "Content-Type: application/rss+xml", body.getBytes(UTF_8));
  }

  private static String rss(List<String> links) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.EPOCH.atOffset(ZoneOffset.UTC));
    return links.subList(Math.max(0, links.size() - WINDOW), links.size()).stream()
        .map(
            l ->
                "<item><title>%s</title><link>%s</link><pubDate>%s</pubDate></item>"
                    .formatted(l, l, date))
        .collect(Collectors.joining("", "<rss version=\"2.0\"><channel>", "</channel></rss>"));
  }

  private Source source(String host) {
    return new Source(
        host.replace('.', '-'),
        Source.Kind.FEED,
        "http://%s:%d/feed".formatted(host, server.port()),
        "Example",
        Tier.PRESS,
        "en",
        Duration.ofMillis(500),
        null,
        false,
        Map.of());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
