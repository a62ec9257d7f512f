package slipstream.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import slipstream.contracts.kafka.Json;

/** Records as JSON lines, exactly as on their topics. */
final class Lines {
  private Lines() {}

  static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our records can always be written", e);
    }
  }
}
