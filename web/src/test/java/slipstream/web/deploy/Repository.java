package slipstream.web.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of this repository that are not code. */
public final class Repository {
  private static final Path ROOT = root();

  private Repository() {}

  public static Path path(String name) {
    return ROOT.resolve(name).normalize();
  }

  public static String text(String name) {
    return text(path(name));
  }

  public static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A YAML file with its anchors and merges resolved. */
  public static JsonNode yaml(String name) {
    var options = new org.yaml.snakeyaml.LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var yaml =
        new org.yaml.snakeyaml.Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor(options));
    return new YAMLMapper().valueToTree(yaml.load(text(name)));
  }

  public static JsonNode json(Path path) {
    try {
      return new JsonMapper().readTree(text(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files below a folder whose name ends so. */
  public static List<Path> files(String folder, String end) {
    try (Stream<Path> all = Files.walk(path(folder))) {
      return all.filter(p -> p.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java sources of all modules, without tests. */
  public static List<Path> sources() {
    return Stream.of("contracts", "analysis", "ingest", "streams", "alerts", "web", "app")
        .flatMap(module -> files(module + "/src/main/java", ".java").stream())
        .toList();
  }

  /** What the first group of the pattern matches in the text. */
  public static Set<String> find(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("docker-compose.yml"))) here = here.getParent();
    return here;
  }
}
