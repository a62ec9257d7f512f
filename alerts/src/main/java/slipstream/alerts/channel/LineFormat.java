package slipstream.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.stream.Collectors;
import slipstream.alerts.notice.Notice;
import slipstream.contracts.Change;
import slipstream.contracts.kafka.Json;

/** How notices stand in a file or on standard output. */
enum LineFormat {
  TEXT {
    @Override
    String render(Notice notice) {
      return notice.text() + "\n\n";
    }
  },
  JSON {
    @Override
    String render(Notice notice) {
      return notice.changes().stream().map(LineFormat::json).collect(Collectors.joining());
    }
  };

  abstract String render(Notice notice);

  /**
   * @throws IllegalArgumentException when it is neither text nor json
   */
  static LineFormat of(String name) {
    return switch (name) {
      case "text" -> TEXT;
      case "json" -> JSON;
      default -> throw new IllegalArgumentException("format is text or json, not '" + name + "'");
    };
  }

  private static String json(Change change) {
    try {
      return Json.MAPPER.writeValueAsString(change) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write change " + change.id(), e);
    }
  }
}
