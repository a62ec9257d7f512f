package slipstream.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.app.config.ConfigFolder;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.kafka.Json;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/** The whole way: from a file of items to the terminal, the webhook and the page. */
class MonitorIT {
  private static final Path PAST = Path.of("src/test/resources/past");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;
  private HttpServer receiver;
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void receive() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/hook",
        exchange -> {
          received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    Files.copy(PAST.resolve("watchlist.yaml"), folder.resolve("watchlist.yaml"));
    Files.copy(PAST.resolve("items.jsonl"), folder.resolve("items.jsonl"));
    Files.writeString(
        folder.resolve("subscriptions.yaml"),
        """
        channels:
          - name: hook
            type: webhook
            settings:
              url: http://127.0.0.1:%d/hook
        subscriptions:
          - name: everything
            channels: [hook]
            backfill: true
        """
            .formatted(receiver.getAddress().getPort()));
  }

  @AfterEach
  void stopReceiving() {
    receiver.stop(0);
  }

  @Test
  void aPast_isPrintedSentAndShownInTheOrderOfPublication_andOnlyOnce() throws Exception {
    try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      runUntilIdle(broker, "2031-12-01T00:00:00Z", true);

      assertThat(kinds(printed())).containsExactly("new-claim", "slipped", "overdue");
      assertThat(received).hasSize(3);
      assertThat(kinds(received)).containsExactlyInAnyOrder("new-claim", "slipped", "overdue");

      out.reset();
      runUntilIdle(broker, "2031-12-01T00:00:00Z", false);

      assertThat(printed()).isEmpty();
      assertThat(received).hasSize(3);
    }
  }

  private void runUntilIdle(EmbeddedBroker broker, String now, boolean looksAtThePage)
      throws Exception {
    var terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
            false);
    try (var monitor =
        Monitor.start(
            settings(Instant.parse(now)),
            new KafkaClients(broker.bootstrap()),
            Topics.of("", 2),
            folder.resolve("state"),
            terminal)) {
      await().atMost(PATIENCE).until(monitor::isIdle);
      monitor.failIfDead();
      if (looksAtThePage) assertThat(get(monitor.port(), "/")).contains("Lumen 3");
      if (looksAtThePage) assertThat(get(monitor.port(), "/metrics")).contains("slipstream_");
    }
  }

  private MainJob.Settings settings(Instant now) throws IOException {
    return new MainJob.Settings(
        folder,
        ConfigFolder.read(folder),
        List.of(folder.resolve("items.jsonl")),
        "127.0.0.1",
        0,
        0,
        now,
        true,
        true);
  }

  private List<String> printed() {
    return out.toString(UTF_8).lines().toList();
  }

  private static List<String> kinds(List<String> changes) throws IOException {
    var kinds = new CopyOnWriteArrayList<String>();
    for (String change : changes) {
      JsonNode json = Json.MAPPER.readTree(change);
      kinds.add(json.get("kind").asText());
    }
    return kinds;
  }

  private static String get(int port, String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
