package slipstream.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A record as plain JSON with CloudEvents 1.0 attributes in the headers (Kafka protocol binding,
 * binary content mode). {@code ce_id} is deterministic: the same event has the same id after a
 * restart or a reprocess.
 */
final class CloudEventSerde {
  private static final String SPEC_VERSION = "1.0";
  private static final int ID_BYTES = 16;

  private CloudEventSerde() {}

  /**
   * @param eventType such as {@code slipstream.change.v1}
   * @param source URI reference of this installation
   * @param subject what the event is about
   * @param time when it happened; may give null
   */
  static <T> Serde<T> of(
      Class<T> type,
      String eventType,
      String source,
      Function<T, String> subject,
      Function<T, @Nullable Instant> time) {
    var writer = new Writer<T>(eventType, source, subject, time);
    return Serdes.serdeFrom(writer, JsonSerde.reader(type));
  }

  private record Writer<T>(
      String eventType,
      String source,
      Function<T, String> subject,
      Function<T, @Nullable Instant> time)
      implements Serializer<T> {
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
      return value == null ? null : JsonSerde.write(topic, value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
      byte[] json = serialize(topic, value);
      if (json == null || value == null) return null;
      set(headers, "ce_specversion", SPEC_VERSION);
      set(headers, "ce_id", id(json));
      set(headers, "ce_type", eventType);
      set(headers, "ce_source", source);
      set(headers, "ce_subject", subject.apply(value));
      headers.remove("ce_time");
      Instant at = time.apply(value);
      if (at != null) set(headers, "ce_time", at.toString());
      set(headers, "content-type", "application/json");
      return json;
    }

    /** Streams hands an input's headers on to the output: ours replace them. */
    private static void set(Headers headers, String name, String value) {
      headers.remove(name);
      headers.add(name, value.getBytes(UTF_8));
    }

    private static String id(byte[] json) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
        return HexFormat.of().formatHex(hash, 0, ID_BYTES);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
