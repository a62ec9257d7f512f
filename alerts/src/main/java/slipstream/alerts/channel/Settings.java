package slipstream.alerts.channel;

import static slipstream.alerts.channel.Secrets.HIDDEN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import slipstream.contracts.config.Subscriptions.Channel;

/** The settings of one channel, read by name, with secrets resolved at use. */
final class Settings {
  /** Settings that every type of channel knows. */
  private static final Set<String> COMMON = Set.of("fallback", "parallel");

  /** Settings that never stand in the configuration themselves, which travels through Kafka. */
  private static final Set<String> SECRET = Set.of("password", "secrets", "token");

  private final Channel channel;
  private final Secrets secrets;

  Settings(Channel channel, Secrets secrets) {
    this.channel = channel;
    this.secrets = secrets;
  }

  /**
   * Refuses a setting that the type does not know, a missing one that it needs, or a secret in
   * plain words.
   *
   * @throws IllegalArgumentException naming channel and setting
   */
  Settings check(Set<String> required, Set<String> optional) {
    Map<String, String> settings = channel.settings();
    String parallel = settings.getOrDefault("parallel", "1");
    if (!parallel.matches("[1-9]|[1-5][0-9]|6[0-4]")) {
      throw new IllegalArgumentException(
          "channel %s (%s): parallel is a number from 1 to 64, not '%s'"
              .formatted(channel.name(), channel.type(), parallel));
    }
    for (String name : required) {
      if (!settings.containsKey(name)) {
        throw new IllegalArgumentException(
            "channel %s (%s) needs the setting '%s'"
                .formatted(channel.name(), channel.type(), name));
      }
    }
    for (String name : settings.keySet()) {
      if (!required.contains(name) && !optional.contains(name) && !COMMON.contains(name)) {
        throw new IllegalArgumentException(
            "channel %s (%s) has the unknown setting '%s'"
                .formatted(channel.name(), channel.type(), name));
      }
      if (SECRET.contains(name) && !split(name).allMatch(Secrets::isReference)) {
        throw new IllegalArgumentException(
            "channel %s (%s): '%s' is a secret: write ${VARIABLE} or file:PATH in its place"
                .formatted(channel.name(), channel.type(), name));
      }
    }
    return this;
  }

  /** A required setting with its secrets put in. */
  String value(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException("check() did not require " + name));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(channel.settings().get(name)).map(secrets::resolve);
  }

  /** Several values separated by commas; empty when absent. */
  List<String> values(String name) {
    return split(name).map(secrets::resolve).toList();
  }

  /** A text without secrets and without the URL, which often is one. */
  String redact(String text) {
    return secrets.redact(text.replace(channel.settings().getOrDefault("url", HIDDEN), HIDDEN));
  }

  private Stream<String> split(String name) {
    return Arrays.stream(channel.settings().getOrDefault(name, "").split(","))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }
}
