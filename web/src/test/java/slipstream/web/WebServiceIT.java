package slipstream.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Change;
import slipstream.contracts.kafka.Json;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;
import slipstream.web.deploy.MetricsTable;
import slipstream.web.deploy.Repository;

class WebServiceIT {
  private static final Topics TOPICS = Topics.of("", 2);
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static WebService service;
  private static volatile Health streams = new Health("streams", true, "lag 0");

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(data, 0);
    var clients = new KafkaClients(broker.bootstrap());
    try (var admin = clients.admin("test")) {
      new TopicAdmin(admin).create(TOPICS.all(), (short) 1);
    }
    try (var producer = clients.producer("test")) {
      R2.claims().forEach(c -> send(producer, TOPICS.releaseClaims(), R2.ID + "|" + c.id(), c));
      for (int i = R2.changes().size() - 1; i >= 0; i--) {
        send(producer, TOPICS.alertsChanges(), R2.ID, R2.changes().get(i));
      }
      send(producer, TOPICS.releaseOutlooks(), R2.ID, R2.outlook());
      R2.statusCounts()
          .forEach(c -> send(producer, TOPICS.countsStatus(), c.watched() + "|" + c.bucket(), c));
      R2.sentimentCounts()
          .forEach(
              c -> send(producer, TOPICS.countsSentiment(), c.watched() + "|" + c.bucket(), c));
    }
    service =
        new WebService(
            clients,
            TOPICS,
            R2::watchlist,
            Meters.registry(),
            () -> List.of(streams),
            "127.0.0.1",
            0);
    service.start();
    assertThat(service.awaitCaughtUp(SOON)).isTrue();
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
    broker.close();
  }

  @Test
  void page_showsWhatTheTopicsHold() throws Exception {
    var page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).matches("text/html; ?charset=utf-8"));
    assertThat(page.body())
        .contains("15 Aug – 9 Oct 2025", "no plan to release R2 in August", "Export rules");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(csp -> assertThat(csp).startsWith("default-src 'none'"));
  }

  @Test
  void pageThatHasNotMoved_isNotSentAgain() throws Exception {
    String etag = get("/style.css").headers().firstValue("ETag").orElseThrow();
    var again = send(request("/style.css").header("If-None-Match", etag).build());
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void outlooks_areTheRecordsUnderItems() throws Exception {
    JsonNode item = json("/api/outlooks").at("/items/0");
    assertThat(item.at("/subject").asText()).isEqualTo(R2.ID);
    assertThat(item.at("/held/window/latest").asText()).isEqualTo("2025-10-09");
    assertThat(json("/api/outlooks/" + R2.ID).at("/items/0")).isEqualTo(item);
  }

  @Test
  void changes_areNewestFirstAndFilteredBySinceAndSubject() throws Exception {
    var all = json("/api/changes?subject=" + R2.ID);
    assertThat(all.at("/total").asInt()).isEqualTo(9);
    assertThat(all.at("/items/0/id").asText()).isEqualTo("overdue-2");
    assertThat(all.at("/items/6/id").asText()).isEqualTo("denied-1");
    var since = json("/api/changes?since=2025-08-13");
    assertThat(since.findValuesAsText("id")).contains("overdue-2", "slipped-1", "denied-2");
    assertThat(since.at("/total").asInt()).isEqualTo(3);
    assertThat(json("/api/changes?subject=none").at("/items")).isEmpty();
  }

  @Test
  void limit_cutsTheItemsAndTotalTells() throws Exception {
    var claims = json("/api/claims?subject=" + R2.ID + "&limit=2");
    assertThat(claims.at("/items")).hasSize(2);
    assertThat(claims.at("/total").asInt()).isEqualTo(9);
    assertThat(claims.at("/items/0/id").asText()).isEqualTo("c9");
  }

  @Test
  void counts_areFilteredByWatchedAndBucket() throws Exception {
    assertThat(json("/api/counts/status?watched=deepseek-r2&bucket=day").at("/items")).hasSize(1);
    assertThat(json("/api/counts/status?bucket=hour").at("/items/0/bucket").asText())
        .isEqualTo("2025-08-14T12");
    assertThat(json("/api/counts/sentiment?bucket=total").at("/items")).hasSize(3);
  }

  @Test
  void wrongRequest_isRefusedWithWhatIsWrong() throws Exception {
    assertProblem("/api/changes?since=yesterday", 400, "since 'yesterday' is not a day");
    assertProblem("/api/changes?subjct=x", 400, "unknown parameter 'subjct'; known: limit, since");
    assertProblem("/api/claims?limit=0", 400, "limit '0' is not a number from 1 to 10000");
    assertProblem("/api/counts/status?bucket=week", 400, "bucket 'week' is not one of");
    assertProblem("/api/outlooks/none", 404, "no outlook of 'none'");
    assertProblem("/nowhere", 404, "");
  }

  @Test
  void writing_isRefused() throws Exception {
    for (var path : List.of("/", "/api/changes", "/nowhere")) {
      var post = request(path).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
      assertThat(send(post).statusCode()).isEqualTo(405);
    }
  }

  @Test
  void metrics_areReadableByPrometheusAndShowTheOutlook() throws Exception {
    get("/api/outlooks/" + R2.ID);
    var metrics = get("/metrics");
    assertThat(metrics.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(metrics.body())
        .contains(
            "slipstream_expected_release_seconds{bound=\"latest\",subject=\"deepseek-r2\"} 1.759968E9")
        .contains("slipstream_expected_slip_seconds{subject=\"deepseek-r2\"} 1.39968E7")
        .contains("slipstream_subject_status{status=\"overdue\",subject=\"deepseek-r2\"} 1.0")
        .contains("slipstream_subject_status{status=\"delayed\",subject=\"deepseek-r2\"} 0.0")
        .contains(
            "slipstream_part_up{part=\"kafka\"} 1.0", "slipstream_group_lag{group=\"alerts\"} NaN")
        .contains("slipstream_sentiment_mean{watched=\"chips\"} -0.16190")
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/api/outlooks/{subject}\"}");
  }

  @Test
  void everyMetricShown_isDocumentedWithItsLabels() throws Exception {
    var documented = MetricsTable.rows();
    var sample = Pattern.compile("(?m)^((?:slipstream|http)_[a-z_]+)\\{([^}]*)} ");
    assertThat(sample.matcher(get("/metrics").body()).results())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            m -> {
              var row =
                  documented.stream().filter(r -> r.series().contains(m.group(1))).findFirst();
              assertThat(row).as(m.group(1)).isPresent();
              assertThat(Repository.find("([a-z]+)=", m.group(2)))
                  .isEqualTo(row.orElseThrow().labels());
            });
  }

  @Test
  void feeds_areServedAsWhatTheyAre() throws Exception {
    var atom = get("/changes.atom");
    assertThat(atom.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    assertThat(atom.body())
        .contains("href=\"http://127.0.0.1:" + service.port() + "/#change-slipped-1\"");
    var calendar = get("/outlooks.ics");
    assertThat(calendar.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/calendar");
    assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR\r\n");
  }

  @Test
  void listener_getsWhatItMissedAndThenWhatHappens() throws Exception {
    var request = request("/api/events").header("Last-Event-ID", R2.ID + ":8").build();
    try (var stream = http.send(request, BodyHandlers.ofInputStream()).body();
        var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      assertThat(reader.readLine()).isEqualTo("retry: 5000");
      assertThat(event(reader))
          .startsWith("id: deepseek-r2:9\nevent: change\ndata: {")
          .contains("\"id\":\"overdue-2\"");
      assertThat(get("/metrics").body()).contains("slipstream_sse_clients 1.0");
      announce("other", "later-1");
      assertThat(event(reader)).startsWith("id: deepseek-r2:9,other:1\n").contains("later-1");
    }
  }

  @Test
  void health_failsWithItsWeakestPart() throws Exception {
    var well = json("/health");
    assertThat(well.at("/status").asText()).isEqualTo("ok");
    assertThat(well.findValuesAsText("name")).containsExactly("kafka", "streams", "web");
    streams = new Health("streams", false, "a thread died");
    try {
      var failing = get("/health");
      assertThat(failing.statusCode()).isEqualTo(503);
      assertThat(failing.body()).contains("\"failing\"", "a thread died");
    } finally {
      streams = new Health("streams", true, "lag 0");
    }
  }

  /** The next event, without comments. */
  private static String event(BufferedReader reader) throws IOException {
    var lines = new ArrayList<String>();
    String line = reader.readLine();
    while (line.isEmpty() || line.startsWith(":")) line = reader.readLine();
    for (; !line.isEmpty(); line = reader.readLine()) lines.add(line);
    return String.join("\n", lines);
  }

  private static void announce(String subject, String id) {
    var like = R2.changes().get(0);
    var change =
        new Change(
            id,
            subject,
            like.kind(),
            like.severity(),
            like.before(),
            like.after(),
            null,
            null,
            null,
            null,
            List.of(),
            0,
            null,
            Instant.EPOCH,
            null,
            false,
            null,
            List.of(),
            false,
            "v");
    try (var producer = new KafkaClients(broker.bootstrap()).producer("test")) {
      send(producer, TOPICS.alertsChanges(), subject, change);
    }
  }

  private void assertProblem(String path, int status, String detail) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Json.MAPPER.readTree(answer.body()).at("/detail").asText()).contains(detail);
  }

  private JsonNode json(String path) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    return Json.MAPPER.readTree(answer.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
  }

  private static <V> void send(
      Producer<byte[], byte[]> producer, Topic<String, V> topic, String key, V value) {
    try {
      producer.send(topic.record(key, value, topic.partitions())).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
