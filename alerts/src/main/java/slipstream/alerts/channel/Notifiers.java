package slipstream.alerts.channel;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import slipstream.contracts.Change;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/** The types of channel there are, and how each is made from its settings. */
public final class Notifiers {
  private final Secrets secrets;
  private final Map<String, Function<Settings, Notifier>> types;

  /**
   * @param secrets resolves what settings name
   * @param changes how a change stands on its topic
   * @param out where the type {@code stdout} prints
   */
  public Notifiers(Secrets secrets, Topic<String, Change> changes, Clock clock, PrintStream out) {
    var http = new HttpSender(clock);
    this.secrets = secrets;
    this.types =
        Map.of(
            "webhook", settings -> new WebhookNotifier(settings, http, changes, clock),
            "slack", settings -> new ChatNotifier(settings, http, SlackMessage::of),
            "discord", settings -> new ChatNotifier(settings, http, DiscordMessage::of),
            "teams", settings -> new ChatNotifier(settings, http, TeamsMessage::of),
            "telegram", settings -> new TelegramNotifier(settings, http),
            "ntfy", settings -> new NtfyNotifier(settings, http),
            "email", settings -> new EmailNotifier(settings, clock),
            "alertmanager", settings -> new AlertmanagerNotifier(settings, http, clock),
            "file", FileNotifier::new,
            "stdout", settings -> new StdoutNotifier(settings, out));
  }

  /**
   * Checks every channel without using it.
   *
   * @throws IllegalArgumentException naming channel, type or setting of what is not valid
   */
  public static void check(Subscriptions subscriptions) {
    if (subscriptions.channels().isEmpty()) return;
    var secrets = new Secrets(System.getenv());
    var changes = Topics.of("", 1).alertsChanges();
    var notifiers = new Notifiers(secrets, changes, Clock.systemUTC(), System.out);
    subscriptions.channels().forEach(notifiers::create);
  }

  /**
   * The notifier of a channel.
   *
   * @throws IllegalArgumentException naming channel, type or setting when it is not valid
   */
  public Notifier create(Channel channel) {
    var type = types.get(channel.type());
    if (type == null) {
      throw new IllegalArgumentException(
          "channel %s has the unknown type '%s'; known: %s"
              .formatted(
                  channel.name(),
                  channel.type(),
                  String.join(", ", new TreeSet<>(types.keySet()))));
    }
    return type.apply(new Settings(channel, secrets));
  }
}
