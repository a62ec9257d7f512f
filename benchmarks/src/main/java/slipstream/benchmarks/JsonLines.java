package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import slipstream.contracts.kafka.Json;

/** Files of one JSON value a line. */
final class JsonLines {
  private JsonLines() {}

  static List<JsonNode> read(Path file) throws IOException {
    var nodes = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) nodes.add(Json.MAPPER.readTree(line));
    }
    return nodes;
  }

  static void write(Path file, List<?> values) throws IOException {
    var lines = new ArrayList<String>();
    for (Object value : values) lines.add(Json.MAPPER.writeValueAsString(value));
    Files.write(file, lines);
  }
}
