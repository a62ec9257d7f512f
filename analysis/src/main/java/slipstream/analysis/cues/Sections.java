package slipstream.analysis.cues;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A resource in sections: a name in brackets on a line of its own, then its lines. */
final class Sections {
  private Sections() {}

  /** The lines of each section, without comments and empty lines. */
  static Map<String, List<String>> of(String resource) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> section = new ArrayList<>();
    for (String line : lines(resource)) {
      if (line.isBlank() || line.startsWith("#")) continue;
      if (line.startsWith("[") && line.endsWith("]") && !line.contains(" ")) {
        String name = line.substring(1, line.length() - 1);
        section = sections.computeIfAbsent(name, added -> new ArrayList<>());
      } else {
        section.add(line.strip());
      }
    }
    return sections;
  }

  private static List<String> lines(String resource) {
    InputStream file =
        Objects.requireNonNull(Sections.class.getResourceAsStream(resource), resource);
    try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
