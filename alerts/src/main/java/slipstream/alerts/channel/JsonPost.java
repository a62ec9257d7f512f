package slipstream.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import slipstream.contracts.kafka.Json;

/** A POST of JSON, as chat services want it. */
final class JsonPost {
  private JsonPost() {}

  /**
   * @param key idempotency key of the notice
   */
  static HttpRequest.Builder of(String url, String key, Object body) {
    try {
      return HttpRequest.newBuilder(URI.create(url))
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", key)
          .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write JSON", e);
    }
  }
}
