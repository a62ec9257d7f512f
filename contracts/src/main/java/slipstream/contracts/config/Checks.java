package slipstream.contracts.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every configuration record asks of its keys. */
final class Checks {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

  private Checks() {}

  static <T> T present(@Nullable T value, String key) {
    if (value == null || value.toString().isBlank()) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
    return value;
  }

  static void checkId(@Nullable String value, String key) {
    if (!ID.matcher(present(value, key)).matches()) {
      throw new IllegalArgumentException(
          "'" + key + "' must be lower-case letters, digits and hyphens, not '" + value + "'");
    }
  }
}
