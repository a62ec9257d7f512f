package slipstream.analysis.claims;

import java.util.Set;

/** Takes the features of what is to be classified, one after the other. */
@FunctionalInterface
interface FeatureSink {
  /**
   * @param kind what the feature is of: one word
   * @param value what it says; may be empty
   */
  void add(String kind, String value);

  /**
   * A feature that says two things at once.
   *
   * @param beside the second, not empty
   */
  default void add(String kind, String value, String beside) {
    add(kind, value + " " + beside);
  }

  /** Collects the names by which the classifier and its trainer know features. */
  static FeatureSink naming(Set<String> found) {
    return (kind, value) -> found.add(value.isEmpty() ? kind : kind + " " + value);
  }
}
