package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.checkId;
import static slipstream.contracts.config.Checks.present;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Severity;

/**
 * Who is told of what: {@code subscriptions.yaml}.
 *
 * @param channels configured targets
 * @param subscriptions which changes go to which channels
 */
public record Subscriptions(List<Channel> channels, List<Subscription> subscriptions) {
  public Subscriptions {
    channels = channels == null ? List.of() : List.copyOf(channels);
    subscriptions = subscriptions == null ? List.of() : List.copyOf(subscriptions);
    var names = channels.stream().map(Channel::name).collect(Collectors.toSet());
    if (names.size() < channels.size()) {
      throw new IllegalArgumentException("two channels share a name");
    }
    var seen = new HashSet<String>();
    for (Subscription subscription : subscriptions) {
      if (!seen.add(subscription.name())) {
        throw new IllegalArgumentException("two subscriptions are named " + subscription.name());
      }
      for (String channel : subscription.channels()) {
        if (!names.contains(channel)) {
          throw new IllegalArgumentException(
              "subscription " + subscription.name() + " names the unknown channel " + channel);
        }
      }
    }
  }

  /**
   * A configured target.
   *
   * @param name used in keys and metrics
   * @param type which notifier sends to it: webhook, file, stdout ...
   * @param settings of the notifier; a value {@code ${ENV_NAME}} or {@code file:PATH} is a secret
   *     read from the environment or a file
   */
  public record Channel(String name, String type, Map<String, String> settings) {
    public Channel {
      checkId(name, "name");
      present(type, "type");
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
  }

  /**
   * Which changes go to which channels.
   *
   * @param name shown as the reason of a notice
   * @param channels names of channels
   * @param subjects ids; empty = all
   * @param kinds kinds of change; empty = all
   * @param severities empty = all
   * @param backfill true to receive also what was learned more than 48 h after it was published
   */
  public record Subscription(
      String name,
      List<String> channels,
      List<String> subjects,
      List<ChangeKind> kinds,
      List<Severity> severities,
      boolean backfill) {
    public Subscription {
      checkId(name, "name");
      channels = channels == null ? List.of() : List.copyOf(channels);
      subjects = subjects == null ? List.of() : List.copyOf(subjects);
      kinds = kinds == null ? List.of() : List.copyOf(kinds);
      severities = severities == null ? List.of() : List.copyOf(severities);
    }
  }
}
