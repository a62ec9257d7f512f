package slipstream.analysis.claims;

/** Takes the features of what is to be classified, one after the other. */
@FunctionalInterface
interface FeatureSink {
  /**
   * @param kind what the feature is of: one word
   * @param value what it says; may be empty
   */
  void add(String kind, String value);

  /** The name by which the classifier and its trainer know a feature. */
  static String name(String kind, String value) {
    return value.isEmpty() ? kind : kind + " " + value;
  }
}
