package slipstream.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a change that cannot be read or routed into {@code alerts.dead-letters}, as it came, with
 * where and why in headers named as Kafka's own (KIP-1034), as the topology does.
 */
final class DeadLetters {
  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private static final String HEADER = "__streams.errors.";
  private static final String UNDECODABLE = "undecodable";
  private static final String FAILED = "failed";

  /** A record of the outbox that cannot be read: it stays where it is. */
  private static final String OUTBOX = "outbox";

  private final String topic;
  private final Map<String, Counter> counters;

  DeadLetters(String topic, MeterRegistry registry) {
    this.topic = topic;
    this.counters =
        Stream.of(UNDECODABLE, FAILED, OUTBOX)
            .collect(Collectors.toMap(Function.identity(), r -> counter(r, registry)));
  }

  /** The record to be written in the transaction that steps over the bad one. */
  ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> record, RuntimeException error) {
    String reason = error instanceof SerializationException ? UNDECODABLE : FAILED;
    log.error(
        "{}-{}@{}: {}, put aside: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        reason,
        error.toString());
    requireNonNull(counters.get(reason)).increment();
    var letter = new ProducerRecord<>(topic, record.partition(), record.key(), record.value());
    header(letter, "exception", error.getClass().getName());
    header(letter, "message", String.valueOf(error.getMessage()));
    header(letter, "topic", record.topic());
    header(letter, "partition", Integer.toString(record.partition()));
    header(letter, "offset", Long.toString(record.offset()));
    header(letter, "reason", reason);
    return letter;
  }

  /** Counts what a newly opened outbox could not read. */
  void countUnreadable(int records) {
    requireNonNull(counters.get(OUTBOX)).increment(records);
  }

  private static Counter counter(String reason, MeterRegistry registry) {
    return Counter.builder("slipstream.dead.letters")
        .description("Records put aside")
        .tag("stage", "alerts")
        .tag("reason", reason)
        .register(registry);
  }

  private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    letter.headers().add(HEADER + name, value.getBytes(UTF_8));
  }
}
