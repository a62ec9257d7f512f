package slipstream.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slipstream.web.deploy.Repository;

class MetersTest {
  @Test
  void kafkasMeters_areKeptWhereSomebodyLooksAtThem() {
    var registry = Meters.registry();
    Gauge.builder("kafka.stream.alive.stream.threads", () -> 1).register(registry);
    Gauge.builder("kafka.consumer.io.wait.ratio", () -> 1).register(registry);
    assertThat(registry.scrape())
        .contains("kafka_stream_alive_stream_threads 1.0")
        .doesNotContain("io_wait");
  }

  @Test
  void labelWithTooManyValues_blowsTheFuse() {
    var registry = Meters.registry();
    IntStream.range(0, 600)
        .forEach(i -> registry.counter("slipstream.claims", "subject", "s" + i).increment());
    assertThat(registry.scrape().lines().filter(l -> l.startsWith("slipstream_claims")))
        .hasSize(500);
  }

  @Test
  void keptMeters_areDocumented() {
    var documented = Repository.find("`(kafka\\.[a-z.]+)`", Repository.text("docs/metrics.md"));
    assertThat(documented).containsExactlyInAnyOrderElementsOf(Meters.KAFKA);
  }
}
