package slipstream.alerts.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slipstream.contracts.config.Subscriptions.Channel;

/** The settings of one channel, read by name, with secrets resolved at use. */
final class Settings {
  /** Settings that every type of channel knows. */
  private static final Set<String> COMMON = Set.of("fallback", "parallel");

  private final Channel channel;
  private final Secrets secrets;

  Settings(Channel channel, Secrets secrets) {
    this.channel = channel;
    this.secrets = secrets;
  }

  /**
   * Refuses a setting that the type does not know, or a missing one that it needs.
   *
   * @throws IllegalArgumentException naming channel and setting
   */
  Settings check(Set<String> required, Set<String> optional) {
    Map<String, String> settings = channel.settings();
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
    return Arrays.stream(channel.settings().getOrDefault(name, "").split(","))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .map(secrets::resolve)
        .toList();
  }

  String redact(String text) {
    return secrets.redact(text);
  }
}
