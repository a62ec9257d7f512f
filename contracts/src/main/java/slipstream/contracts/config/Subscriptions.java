package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.checkId;
import static slipstream.contracts.config.Checks.present;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Severity;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Waits.Digest;
import slipstream.contracts.config.Waits.Heartbeat;
import slipstream.contracts.config.Waits.Hold;
import slipstream.contracts.config.Waits.Mute;
import slipstream.contracts.config.Waits.QuietHours;

/**
 * Who is told of what: {@code subscriptions.yaml}.
 *
 * @param channels configured targets
 * @param subscriptions which changes go to which channels
 * @param heartbeat who receives a daily sign of life; null = nobody
 */
public record Subscriptions(
    List<Channel> channels, List<Subscription> subscriptions, @Nullable Heartbeat heartbeat) {
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
      known(names, subscription.channels(), "subscription " + subscription.name());
    }
    if (heartbeat != null) known(names, heartbeat.channels(), "heartbeat");
    for (Channel channel : channels) {
      String fallback = channel.settings().get("fallback");
      if (fallback != null) known(names, List.of(fallback), "channel " + channel.name());
    }
  }

  public Subscriptions(List<Channel> channels, List<Subscription> subscriptions) {
    this(channels, subscriptions, null);
  }

  public Optional<Subscription> subscription(@Nullable String name) {
    return subscriptions.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  private static void known(Set<String> names, List<String> channels, String where) {
    for (String channel : channels) {
      if (!names.contains(channel)) {
        throw new IllegalArgumentException(where + " names the unknown channel " + channel);
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
   * @param daysMoved least number of days, in either direction; null = any; a change that names no
   *     days (no date, released) always counts as enough
   * @param tiers of the outlet; empty = all; a change without an item (overdue) always matches
   * @param origins least number of independent origins; null = any
   * @param quiet hours in which it waits; null = none
   * @param digest how notices are put together; null = each by itself
   * @param hold waits for corroboration; null = no
   * @param bundle puts together what comes within this time; null = no
   * @param mute silences of subjects; empty = none
   */
  public record Subscription(
      String name,
      List<String> channels,
      List<String> subjects,
      List<ChangeKind> kinds,
      List<Severity> severities,
      boolean backfill,
      @Nullable Integer daysMoved,
      List<Tier> tiers,
      @Nullable Integer origins,
      @Nullable QuietHours quiet,
      @Nullable Digest digest,
      @Nullable Hold hold,
      @Nullable Duration bundle,
      List<Mute> mute) {
    public Subscription {
      checkId(name, "name");
      channels = channels == null ? List.of() : List.copyOf(channels);
      subjects = subjects == null ? List.of() : List.copyOf(subjects);
      kinds = kinds == null ? List.of() : List.copyOf(kinds);
      severities = severities == null ? List.of() : List.copyOf(severities);
      tiers = tiers == null ? List.of() : List.copyOf(tiers);
      mute = mute == null ? List.of() : List.copyOf(mute);
      if (bundle != null && (bundle.isNegative() || bundle.isZero())) {
        throw new IllegalArgumentException("'bundle' is a positive duration, such as PT5M");
      }
      if (bundle != null && digest != null) {
        throw new IllegalArgumentException("'bundle' and 'digest' exclude each other");
      }
    }

    /** All changes of some kinds, at once. */
    public Subscription(
        String name,
        List<String> channels,
        List<String> subjects,
        List<ChangeKind> kinds,
        List<Severity> severities,
        boolean backfill) {
      this(
          name,
          channels,
          subjects,
          kinds,
          severities,
          backfill,
          null,
          List.of(),
          null,
          null,
          null,
          null,
          null,
          List.of());
    }
  }
}
