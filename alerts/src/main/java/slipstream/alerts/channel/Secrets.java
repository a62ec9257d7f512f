package slipstream.alerts.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves secrets at use: {@code ${NAME}} from the environment, {@code file:PATH} from a file, so
 * that a secret can be changed without a restart. What was resolved is never printed.
 */
public final class Secrets {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final String FILE = "file:";
  static final String HIDDEN = "***";

  /** Shorter ones would hide ordinary words. */
  private static final int LEAST_HIDDEN = 4;

  private final Map<String, String> environment;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  public Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * A value of the configuration with its secrets put in.
   *
   * @throws MissingSecretException naming the variable or file, never a value
   */
  String resolve(String value) {
    if (value.startsWith(FILE)) return remember(read(Path.of(value.substring(FILE.length()))));
    return VARIABLE.matcher(value).replaceAll(m -> Matcher.quoteReplacement(variable(m.group(1))));
  }

  /** True for a value that names a secret and holds nothing else. */
  static boolean isReference(String value) {
    return value.startsWith(FILE) || VARIABLE.matcher(value).matches();
  }

  /** A text that may quote a secret, safe to log and to store. */
  String redact(@Nullable String text) {
    String safe = text == null ? "" : text;
    for (String secret : seen) safe = safe.replace(secret, HIDDEN);
    return safe;
  }

  private String variable(String name) {
    String value = environment.get(name);
    if (value == null) throw new MissingSecretException("environment variable " + name);
    return remember(value);
  }

  private static String read(Path path) {
    try {
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new MissingSecretException("file " + path, e);
    }
  }

  private String remember(String secret) {
    if (secret.length() >= LEAST_HIDDEN) seen.add(secret);
    return secret;
  }

  /** A secret that the configuration names is not there. */
  static final class MissingSecretException extends RuntimeException {
    private MissingSecretException(String where) {
      super("no secret in " + where);
    }

    private MissingSecretException(String where, IOException cause) {
      super("no secret in " + where, cause);
    }
  }
}
