package slipstream.app.past;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import slipstream.app.cli.ClusterLink;

/**
 * A record that was put aside, with where it came from and why.
 *
 * @param record on {@code news.dead-letters}: key and value as they came
 * @param headers those of Kafka Streams, without their common prefix
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, Map<String, String> headers) {
  private static final String PREFIX = "__streams.errors.";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  /** Every letter, oldest first in each partition. */
  public static List<DeadLetter> read(ClusterLink link) throws IOException {
    var topic = link.topics().newsDeadLetters();
    var partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(p -> new TopicPartition(topic.name(), p))
            .toList();
    var letters = new ArrayList<DeadLetter>();
    try (var reader = link.clients().reader(link.topics().id("dead-letters"))) {
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      var ends = reader.endOffsets(partitions);
      long deadline = System.nanoTime() + READ_WITHIN.toNanos();
      while (partitions.stream().anyMatch(p -> reader.position(p) < ends.getOrDefault(p, 0L))) {
        if (System.nanoTime() > deadline) throw new IOException("cannot read " + topic.name());
        reader.poll(POLL).forEach(record -> letters.add(of(record)));
      }
    }
    return letters;
  }

  private static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
    var headers = new HashMap<String, String>();
    record
        .headers()
        .forEach(
            h -> {
              if (h.key().startsWith(PREFIX) && h.value() != null) {
                headers.put(h.key().substring(PREFIX.length()), new String(h.value(), UTF_8));
              }
            });
    return new DeadLetter(record, headers);
  }

  /** Names the letter for {@code replay}: partition and offset on {@code news.dead-letters}. */
  public String id() {
    return record.partition() + "@" + record.offset();
  }

  public @Nullable String key() {
    return record.key() == null ? null : new String(record.key(), UTF_8);
  }

  /** The value as text, shortened. */
  public String value() {
    return record.value() == null ? "null" : Words.clean(new String(record.value(), UTF_8));
  }

  /** The topic it was read from. */
  public String topic() {
    return headers.getOrDefault("topic", "");
  }

  /** When it was put on the topic it came from. */
  public Instant time() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  /** One line: when, from where, why, and under which key. */
  public String line() {
    return "%s  %s  %s-%s@%s  %s at %s: %s  key %s"
        .formatted(
            id(),
            Words.of(time()),
            topic(),
            headers.getOrDefault("partition", "?"),
            headers.getOrDefault("offset", "?"),
            headers.getOrDefault("reason", "?"),
            headers.getOrDefault("node", "?"),
            Words.clean(headers.getOrDefault("message", "")),
            Words.clean(String.valueOf(key())));
  }
}
