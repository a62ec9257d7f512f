package slipstream.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.ingest.Outcome;
import slipstream.ingest.fetch.Fetcher.Permission;
import slipstream.ingest.fetch.Fetcher.Validators;

class FetcherTest {
  private static final long MIB = 1024 * 1024;

  private final CountDownLatch done = new CountDownLatch(1);
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
  }

  @AfterEach
  void stop() throws IOException {
    done.countDown();
    server.close();
  }

  @Test
  void answer_comesWithItsValidators() throws Exception {
    server.on(
        "/feed",
        200,
        "ETag: \"a\"\r\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\nCache-Control: public, max-age=600",
        "hello");
    Answer answer = get("/feed");
    assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    assertThat(answer.etag()).isEqualTo("\"a\"");
    assertThat(answer.lastModified()).isEqualTo("Thu, 01 Jan 2026 00:00:00 GMT");
    assertThat(answer.maxAge()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void validators_areSentAndUserAgentNamesTheContact() throws Exception {
    server.on("/feed", 304, "ETag: \"a\"", "");
    try (var fetcher = new Fetcher(settings("ops@example.org"))) {
      var answer =
          fetcher.get(server.uri("/feed"), new Validators("\"a\"", "then"), MIB, Permission.ALL);
      assertThat(answer.isNotModified()).isTrue();
    }
    assertThat(server.requests().get(0).headers())
        .containsEntry("if-none-match", "\"a\"")
        .containsEntry("if-modified-since", "then")
        .containsEntry("user-agent", "Slipstream/0.1 (+ops@example.org)");
  }

  @Test
  void serverThatStalls_isLeftInTime() {
    server.on("/", (request, connection, out) -> done.await());
    assertThat(failure("/").outcome()).isEqualTo(Outcome.TIMEOUT);
  }

  @Test
  void serverThatDrips_isLeftInTime() {
    server.on(
        "/",
        (request, connection, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          while (!done.await(50, TimeUnit.MILLISECONDS)) {
            out.write('x');
            out.flush();
          }
        });
    long from = System.nanoTime();
    assertThat(failure("/").outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void headersThatNeverEnd_areCutOff() {
    server.on(
        "/",
        (request, connection, out) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
          while (true) out.write("X-More: yes\r\n".getBytes(StandardCharsets.UTF_8));
        });
    assertThat(failure("/").outcome()).isEqualTo(Outcome.IO_ERROR);
  }

  @Test
  void redirectLoop_endsAfterFiveHops() {
    server.on("/", 302, "Location: /", "");
    assertThat(failure("/").reason()).isEqualTo("more than 5 redirects");
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void redirectIntoPrivateNetwork_isRefused() {
    server.on("/", 302, "Location: http://10.0.0.1/secret", "");
    assertThat(failure("/").outcome()).isEqualTo(Outcome.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "gopher://example.org/"})
  void redirectToAnotherScheme_isRefused(String target) {
    server.on("/", 302, "Location: " + target, "");
    assertThat(failure("/").outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void bodyOverTheLimit_isCutWhileReading() {
    var sent = new AtomicInteger();
    server.on(
        "/",
        (request, connection, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          byte[] block = new byte[64 * 1024];
          while (true) {
            out.write(block);
            sent.incrementAndGet();
          }
        });
    assertThat(failure("/").reason()).isEqualTo("larger than 1 MiB");
    assertThat(sent.get()).isLessThan(1000);
  }

  @Test
  void decompressionBomb_isStoppedWhileReading() throws Exception {
    byte[] bomb = gzip(new byte[200 * 1024 * 1024]);
    assertThat(bomb).hasSizeLessThan(300 * 1024);
    server.on("/", (r, c, out) -> TestServer.write(out, 200, "Content-Encoding: gzip", bomb));
    assertThat(failure("/").reason()).isEqualTo("larger than 1 MiB");
  }

  @Test
  void truncatedGzip_isAFailureWithAReason() throws Exception {
    byte[] whole = gzip("hello hello hello hello hello".getBytes(StandardCharsets.UTF_8));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    server.on("/", (r, c, out) -> TestServer.write(out, 200, "Content-Encoding: gzip", half));
    assertThat(failure("/").outcome()).isEqualTo(Outcome.IO_ERROR);
  }

  @Test
  void resetConnection_isAFailureWithAReason() {
    server.on(
        "/",
        (request, connection, out) -> {
          connection.setSoLinger(true, 0);
          connection.close();
        });
    assertThat(failure("/").outcome()).isEqualTo(Outcome.IO_ERROR);
  }

  @Test
  void contentLengthThatLies_isAFailure() {
    server.on(
        "/",
        (r, c, out) ->
            out.write(
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort"
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(failure("/").outcome()).isEqualTo(Outcome.IO_ERROR);
  }

  @Test
  void tooManyRequests_tellsWhenToComeBack() {
    server.on("/", 429, "Retry-After: 120", "");
    FetchException e = failure("/");
    assertThat(e.outcome()).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://10.1.2.3/",
        "http://172.31.0.1/",
        "http://192.168.1.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[2002:0a00:0001::]/",
        "http://[64:ff9b::a00:1]/",
        "http://2130706433/",
        "http://224.0.0.1/"
      })
  void privateAddress_isNeverAsked(String url) {
    try (var fetcher =
        new Fetcher(
            new FetchSettings(
                "ops@example.org",
                List.of(),
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ZERO,
                InetAddress::getAllByName))) {
      var e =
          catchThrowableOfType(
              FetchException.class,
              () -> fetcher.get(URI.create(url), Validators.NONE, MIB, Permission.ALL));
      assertThat(e.outcome()).isEqualTo(Outcome.REFUSED);
    }
  }

  @Test
  void nameThatChangesItsAddress_isConnectedWhereItWasChecked() {
    var asked = new AtomicInteger();
    var settings =
        new FetchSettings(
            "ops@example.org",
            List.of(),
            2,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ZERO,
            host -> {
              String address = asked.getAndIncrement() == 0 ? "192.0.2.1" : "127.0.0.1";
              return new InetAddress[] {InetAddress.getByName(address)};
            });
    server.on("/", 200, "", "secret");
    try (var fetcher = new Fetcher(settings)) {
      for (int i = 0; i < 3; i++) {
        var e =
            catchThrowableOfType(
                FetchException.class,
                () ->
                    fetcher.get(
                        URI.create("http://rebind.example:" + server.port() + "/"),
                        Validators.NONE,
                        MIB,
                        Permission.ALL));
        assertThat(e.outcome()).isEqualTo(Outcome.REFUSED);
      }
    }
    assertThat(server.allRequests()).isEmpty();
  }

  @Test
  void withoutContact_nothingButLoopbackIsFetched() throws Exception {
    server.on("/", 200, "", "hello");
    try (var fetcher = new Fetcher(settings(null))) {
      assertThat(fetcher.get(server.uri("/"), Validators.NONE, MIB, Permission.ALL).status())
          .isEqualTo(200);
      var e =
          catchThrowableOfType(
              FetchException.class,
              () ->
                  fetcher.get(
                      URI.create("http://192.0.2.1/"), Validators.NONE, MIB, Permission.ALL));
      assertThat(e.reason()).isEqualTo("not fetched: no contact is configured");
    }
  }

  @Test
  void settingsThatChange_holdFromTheNextRequestOn() throws Exception {
    server.on("/", 200, "", "hello");
    try (var fetcher = new Fetcher(settings("ops@example.org"))) {
      fetcher.configure("desk@example.org", List.of("127.0.0.1"));
      fetcher.get(server.uri("/"), Validators.NONE, MIB, Permission.ALL);
      assertThat(server.requests().get(0).headers())
          .containsEntry("user-agent", "Slipstream/0.1 (+desk@example.org)");
      fetcher.configure("desk@example.org", List.of());
      var e =
          catchThrowableOfType(
              FetchException.class,
              () -> fetcher.get(server.uri("/"), Validators.NONE, MIB, Permission.ALL));
      assertThat(e.outcome()).isEqualTo(Outcome.REFUSED);
    }
  }

  @Test
  void privateHosts_areAllowedByNameOnly() throws Exception {
    server.on("/", 200, "", "hello");
    var settings =
        new FetchSettings(
            "ops@example.org",
            List.of("*.intranet.example"),
            2,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ZERO,
            host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    try (var fetcher = new Fetcher(settings)) {
      assertThat(ask(fetcher, "wiki.intranet.example").status()).isEqualTo(200);
      for (String host : List.of("intranet.example.org", "evilintranet.example", "127.0.0.1")) {
        var e = catchThrowableOfType(FetchException.class, () -> ask(fetcher, host));
        assertThat(e.outcome()).as(host).isEqualTo(Outcome.REFUSED);
      }
    }
  }

  @Test
  void eachHopOfARedirect_isCheckedAgain() {
    server.on("/", 302, "Location: http://metadata.example:" + server.port() + "/latest", "");
    server.on("/latest", 200, "", "secret");
    var settings =
        new FetchSettings(
            "ops@example.org",
            List.of("news.example"),
            2,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ZERO,
            host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    try (var fetcher = new Fetcher(settings)) {
      var e = catchThrowableOfType(FetchException.class, () -> ask(fetcher, "news.example"));
      assertThat(e.outcome()).isEqualTo(Outcome.REFUSED);
    }
    assertThat(server.requests()).hasSize(1);
  }

  private Answer ask(Fetcher fetcher, String host) throws FetchException {
    URI uri = URI.create("http://" + host + ":" + server.port() + "/");
    return fetcher.get(uri, Validators.NONE, MIB, Permission.ALL);
  }

  private Answer get(String path) throws FetchException {
    try (var fetcher = new Fetcher(settings("ops@example.org"))) {
      return fetcher.get(server.uri(path), Validators.NONE, MIB, Permission.ALL);
    }
  }

  private FetchException failure(String path) {
    return catchThrowableOfType(FetchException.class, () -> get(path));
  }

  private static FetchSettings settings(@Nullable String contact) {
    return new FetchSettings(
        contact,
        List.of("127.0.0.1"),
        4,
        Duration.ofSeconds(1),
        Duration.ofMillis(1500),
        Duration.ZERO,
        InetAddress::getAllByName);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}
