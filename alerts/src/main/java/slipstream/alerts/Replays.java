package slipstream.alerts;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Delivery;
import slipstream.contracts.kafka.Topic;

/**
 * Tells a notice that a person put back from all that alerts write to {@code alerts.deliveries}
 * themselves, by a header: only the former need be read there.
 */
final class Replays {
  private static final String MARK = "slipstream-replay";

  private Replays() {}

  static void mark(ProducerRecord<byte[], byte[]> record) {
    record.headers().add(MARK, new byte[0]);
  }

  /** The topic as one whose unmarked records have no value. */
  static Topic<String, Delivery> only(Topic<String, Delivery> topic) {
    var all = topic.values().deserializer();
    var marked =
        new Deserializer<Delivery>() {
          @Override
          public @Nullable Delivery deserialize(String name, byte[] bytes) {
            return null;
          }

          @Override
          public @Nullable Delivery deserialize(String name, Headers headers, byte[] bytes) {
            return headers.lastHeader(MARK) == null ? null : all.deserialize(name, bytes);
          }
        };
    var values = Serdes.serdeFrom(topic.values().serializer(), marked);
    return new Topic<>(topic.name(), topic.keys(), values, topic.partitions(), topic.settings());
  }
}
