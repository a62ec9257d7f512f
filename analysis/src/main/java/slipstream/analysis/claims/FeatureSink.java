package slipstream.analysis.claims;

import java.util.Set;

/** Takes the features of what is to be classified, one after the other. */
@FunctionalInterface
interface FeatureSink {
  void add(Feature feature);

  /** Collects the names by which the classifier and its trainer know features. */
  static FeatureSink naming(Set<String> found) {
    return feature -> found.add(feature.name());
  }
}
