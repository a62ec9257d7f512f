package slipstream.contracts.kafka;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** A record as JSON. */
public final class JsonSerde {
  private JsonSerde() {}

  /** A null value stays null (a tombstone). */
  public static <T> Serde<T> of(Class<T> type) {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : write(topic, value), reader(type));
  }

  static byte[] write(String topic, Object value) {
    try {
      return Json.MAPPER.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new SerializationException(
          "cannot write " + value.getClass().getSimpleName() + " to " + topic, e);
    }
  }

  static <T> Deserializer<T> reader(Class<T> type) {
    return (topic, bytes) -> {
      if (bytes == null) return null;
      try {
        return Json.MAPPER.readValue(bytes, type);
      } catch (JacksonException e) {
        throw unreadable(type, topic, Json.reason(e), e);
      } catch (IOException e) {
        throw unreadable(type, topic, e.toString(), e);
      }
    };
  }

  private static SerializationException unreadable(
      Class<?> type, String topic, String reason, IOException cause) {
    return new SerializationException(
        "cannot read " + type.getSimpleName() + " from " + topic + ": " + reason, cause);
  }
}
