package slipstream.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.stream.Collectors;
import slipstream.alerts.notice.Notice;
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
      if (notice.isSignOfLife()) return json(new SignOfLife(notice.text()));
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

  /** Stands where nothing happened. */
  private record SignOfLife(String heartbeat) {}

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value, e);
    }
  }
}
