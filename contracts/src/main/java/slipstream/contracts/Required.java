package slipstream.contracts;

import org.jspecify.annotations.Nullable;

/** Refuses a record whose required field is missing, by the field's name. */
final class Required {
  private Required() {}

  /**
   * Gives the value back.
   *
   * @throws IllegalArgumentException naming {@code field} when {@code value} is null
   */
  static <T> T field(@Nullable T value, String field) {
    if (value == null) throw new IllegalArgumentException("missing required field '" + field + "'");
    return value;
  }
}
