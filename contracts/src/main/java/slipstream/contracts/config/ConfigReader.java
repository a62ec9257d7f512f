package slipstream.contracts.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a configuration file into its record; an unknown key is an error, never ignored. */
public final class ConfigReader {
  private static final JsonMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private ConfigReader() {}

  /**
   * Reads and validates.
   *
   * @param file name of the file, for the error
   * @param yaml its content
   * @throws ConfigException naming file, line and key of what is wrong
   */
  public static <T> T read(String file, String yaml, Class<T> type) {
    Node root = compose(file, yaml);
    if (root == null) throw new ConfigException(file, 1, "", "the file is empty");
    try {
      return YAML.readValue(yaml, type);
    } catch (JsonMappingException e) {
      var path = e.getPath();
      throw new ConfigException(file, line(root, path), key(path), message(e));
    } catch (JacksonException e) {
      throw new ConfigException(file, e.getLocation().getLineNr(), "", e.getOriginalMessage());
    }
  }

  /** The tree with its marks: Jackson knows the key of an error, but only the line after it. */
  private static @Nullable Node compose(String file, String yaml) {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ConfigException(file, line, "", String.valueOf(e.getProblem()));
    }
  }

  private static int line(Node root, List<Reference> path) {
    Node node = root;
    int line = root.getStartMark().getLine();
    for (Reference step : path) {
      Node next = step.getFieldName() == null ? item(node, step.getIndex()) : null;
      if (node instanceof MappingNode mapping && step.getFieldName() != null) {
        for (var tuple : mapping.getValue()) {
          if (tuple.getKeyNode() instanceof ScalarNode key
              && key.getValue().equals(step.getFieldName())) {
            line = key.getStartMark().getLine();
            next = tuple.getValueNode();
          }
        }
      }
      if (next == null) break;
      if (step.getFieldName() == null) line = next.getStartMark().getLine();
      node = next;
    }
    return line + 1;
  }

  private static @Nullable Node item(Node node, int index) {
    if (!(node instanceof SequenceNode list) || index < 0 || index >= list.getValue().size()) {
      return null;
    }
    return list.getValue().get(index);
  }

  private static String key(List<Reference> path) {
    var key = new StringBuilder();
    for (Reference step : path) {
      if (step.getFieldName() == null) {
        key.append('[').append(step.getIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return key.toString();
  }

  private static String message(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      var known = unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
      return "unknown key; known here: " + String.join(", ", known);
    }
    Throwable cause = e.getCause();
    if (cause instanceof IllegalArgumentException) return String.valueOf(cause.getMessage());
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
  }
}
