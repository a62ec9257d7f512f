package slipstream.contracts.config;

/** A configuration file that cannot be used; the message names file, line and key. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ConfigException(String file, int line, String key, String message) {
    super(file + ":" + line + (key.isEmpty() ? "" : ": " + key) + ": " + message);
  }
}
