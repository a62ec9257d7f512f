package slipstream.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import slipstream.contracts.Change;
import slipstream.contracts.kafka.Json;
import slipstream.contracts.kafka.Topic;

/** Several changes in the JSON batch format of CloudEvents 1.0. */
final class CloudEventBatch {
  private static final String ATTRIBUTE = "ce_";

  private CloudEventBatch() {}

  static byte[] of(List<Change> changes, Topic<String, Change> topic) {
    try {
      var batch = Json.MAPPER.createArrayNode();
      for (Change change : changes) batch.add(event(change, topic));
      return Json.MAPPER.writeValueAsBytes(batch);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a batch of changes", e);
    }
  }

  private static ObjectNode event(Change change, Topic<String, Change> topic) throws IOException {
    var headers = new RecordHeaders();
    byte[] json = topic.values().serializer().serialize(topic.name(), headers, change);
    var event = Json.MAPPER.createObjectNode();
    for (var header : headers) {
      if (header.key().startsWith(ATTRIBUTE)) {
        event.put(header.key().substring(ATTRIBUTE.length()), new String(header.value(), UTF_8));
      }
    }
    event.put("datacontenttype", "application/json");
    event.set("data", Json.MAPPER.readTree(json));
    return event;
  }
}
