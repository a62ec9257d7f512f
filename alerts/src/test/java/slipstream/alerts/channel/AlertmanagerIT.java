package slipstream.alerts.channel;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static slipstream.alerts.Changes.MOVED;
import static slipstream.alerts.Changes.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.notice.Notice;
import slipstream.alerts.notice.SubjectNames;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.kafka.Json;
import slipstream.contracts.kafka.Topics;

/** A real Alertmanager, from Debian's package prometheus-alertmanager. */
class AlertmanagerIT {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void change_firesUntilItIsTakenBack(@TempDir Path folder) throws Exception {
    assumeTrue(
        Files.isExecutable(PROGRAM), "skipped: prometheus-alertmanager is not installed here");
    int port = freePort();
    Process alertmanager = start(port, folder);
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> isReady(port));
      var notifier = notifier(port);
      assertThat(notifier.send(notice(MOVED))).isInstanceOf(Delivered.class);

      await().until(() -> firing(port).size() == 1);
      JsonNode alert = firing(port).get(0);
      assertThat(alert.at("/labels/subject").asText()).isEqualTo("widget");
      assertThat(alert.at("/annotations/summary").asText()).startsWith("widget moved earlier: ");
      assertThat(alert.path("generatorURL").asText()).isEqualTo("https://news.example/widget");

      var correction =
          edit(MOVED, "id", "c9", "kind", ChangeKind.CORRECTION, "takesBack", MOVED.id());
      assertThat(notifier.send(notice(correction))).isInstanceOf(Delivered.class);
      await()
          .until(
              () ->
                  firing(port).size() == 1
                      && firing(port).get(0).at("/labels/change").asText().equals("c9"));
    } finally {
      alertmanager.destroy();
      alertmanager.waitFor();
    }
  }

  private static Process start(int port, Path folder) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("alertmanager.yml"),
            "route: {receiver: none}\nreceivers: [{name: none}]");
    return new ProcessBuilder(
            PROGRAM.toString(),
            "--config.file=" + config,
            "--storage.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port,
            "--cluster.listen-address=")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static Notifier notifier(int port) {
    var notifiers =
        new Notifiers(
            new Secrets(Map.of()), Topics.of("", 1).alertsChanges(), Clock.systemUTC(), System.out);
    var settings = Map.of("url", "http://127.0.0.1:" + port);
    return notifiers.create(new Channel("pager", "alertmanager", settings));
  }

  private static Notice notice(Change change) {
    return new Notice(change.id() + ":pager", List.of(change), "Why.", null, SubjectNames.IDS);
  }

  private boolean isReady(int port) throws InterruptedException {
    try {
      return http.send(get(port, "/-/ready"), ofString()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Alerts that have not ended. */
  private JsonNode firing(int port) throws IOException, InterruptedException {
    return Json.MAPPER.readTree(
        http.send(get(port, "/api/v2/alerts?active=true"), ofString()).body());
  }

  private static HttpRequest get(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
