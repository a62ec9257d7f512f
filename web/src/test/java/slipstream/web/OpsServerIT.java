package slipstream.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.contracts.kafka.KafkaClients;

/** Needs sockets, but no broker: that none answers is the point. */
class OpsServerIT {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Test
  void withoutKafka_healthFailsAndSaysSo() throws Exception {
    try (var server = server("127.0.0.1").start()) {
      assertThat(ask(server, "GET /health", "localhost"))
          .startsWith("HTTP/1.1 503")
          .contains("no answer from 127.0.0.1:1");
    }
  }

  @Test
  void foreignHostName_isRefusedOnLoopback() throws Exception {
    try (var server = server("127.0.0.1").start()) {
      assertThat(ask(server, "GET /metrics", "rebound.example")).startsWith("HTTP/1.1 421");
      assertThat(ask(server, "GET /metrics", "rebound.example:8080")).startsWith("HTTP/1.1 421");
      assertThat(ask(server, "GET /metrics", "localhost.rebound.example"))
          .startsWith("HTTP/1.1 421");
      assertThat(ask(server, "GET /metrics", "LOCALHOST:9999")).startsWith("HTTP/1.1 200");
      assertThat(ask(server, "GET /metrics", "127.0.0.1")).startsWith("HTTP/1.1 200");
      assertThat(ask(server, "GET /metrics", "[::1]:80")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void anyHostName_isFineWhenListeningToOthers() throws Exception {
    try (var server = server("0.0.0.0").start()) {
      assertThat(ask(server, "GET /metrics", "streams:8080")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void requestOfAnUnknownKind_isCountedWithoutItsName() throws Exception {
    try (var server = server("127.0.0.1").start()) {
      assertThat(ask(server, "BREW /pot-1234", "localhost")).startsWith("HTTP/1.1 405");
      assertThat(ask(server, "GET /pot-5678", "localhost")).startsWith("HTTP/1.1 404");
      assertThat(ask(server, "GET /metrics", "localhost"))
          .contains("method=\"UNKNOWN\"", "uri=\"NOT_FOUND\"")
          .doesNotContain("BREW", "pot-");
    }
  }

  @Test
  void takenPort_isAnError() {
    try (var first = server("127.0.0.1").start();
        var second = on("127.0.0.1", first.port())) {
      assertThatThrownBy(second::start).isInstanceOf(Exception.class);
    }
  }

  private OpsServer server(String host) {
    return on(host, 0);
  }

  private OpsServer on(String host, int port) {
    return new OpsServer(new KafkaClients("127.0.0.1:1"), registry, List::of, host, port);
  }

  /** Speaks HTTP by hand: a client library would not send such requests. */
  private static String ask(OpsServer server, String line, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request = line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
