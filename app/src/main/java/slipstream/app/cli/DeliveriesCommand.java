package slipstream.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.alerts.DeliveryLog;
import slipstream.alerts.notice.ChangeText;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;

/** What became of every notice, and how to send one again. */
@Command(
    name = "deliveries",
    mixinStandardHelpOptions = true,
    description = "List what became of every notice, channel by channel, or send notices again.")
public final class DeliveriesCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "list or replay?");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "List notices, latest first: state, key, when and why.")
  int list(
      @Mixin Wanted wanted,
      @Option(
              names = "--state",
              split = ",",
              paramLabel = "STATE",
              description = "pending, held, delivered, dead or skipped (default: all).")
          @Nullable Set<State> states,
      @Option(names = "--json", description = "One JSON line a notice, as on the topic.")
          boolean json)
      throws IOException {
    var out = spec.commandLine().getOut();
    var found = wanted.log().list(wanted.in(states == null ? EnumSet.allOf(State.class) : states));
    for (Delivery delivery : found) out.println(json ? Lines.json(delivery) : text(delivery));
    if (!json) out.printf("%d notices%n", found.size());
    return 0;
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Send notices again that were given up, with the same idempotency key. The service that is"
            + " in charge of the subject sends them, or the next one that starts.",
        "Name keys as 'deliveries list' prints them, or choose by the options; at least one is"
            + " needed."
      })
  int replay(
      @Mixin Wanted wanted,
      @Option(names = "--all", description = "Every notice that was given up.") boolean all,
      @Option(
              names = "--state",
              split = ",",
              defaultValue = "dead",
              paramLabel = "STATE",
              description = "Other than given up: delivered, skipped, held (default: dead).")
          Set<State> states)
      throws IOException, InterruptedException {
    if (!all && !wanted.isGiven()) {
      throw new ParameterException(
          spec.commandLine(), "name a KEY, --channel, --subject, --since, or --all");
    }
    List<Delivery> again = wanted.log().replay(wanted.in(states));
    PrintWriter out = spec.commandLine().getOut();
    again.forEach(d -> out.println("to be sent again: " + d.key()));
    out.printf("%d notices%n", again.size());
    return 0;
  }

  /** Which notices, on which cluster. */
  static final class Wanted {
    @Parameters(paramLabel = "KEY", description = "Keys: subject|change|channel.")
    private List<String> keys = List.of();

    @Option(names = "--channel", paramLabel = "NAME", description = "Only to this channel.")
    private @Nullable String channel;

    @Option(names = "--subject", paramLabel = "ID", description = "Only of this subject.")
    private @Nullable String subject;

    @Option(
        names = "--since",
        paramLabel = "TIME",
        converter = AlertsCommand.Since.class,
        description = "Only what has moved since then: 2025-06-01 or 2025-06-01T12:00:00Z.")
    private @Nullable Instant since;

    @Mixin private LinkOptions slipstream = new LinkOptions();

    boolean isGiven() {
      return !keys.isEmpty() || channel != null || subject != null || since != null;
    }

    DeliveryLog log() throws IOException {
      var link = slipstream.open();
      return new DeliveryLog(link.clients(), link.topics(), Clock.systemUTC());
    }

    Predicate<Delivery> in(Set<State> states) {
      return d ->
          states.contains(d.state())
              && (keys.isEmpty() || keys.contains(d.key()))
              && (channel == null || d.channel().equals(channel))
              && (subject == null || d.subject().equals(subject))
              && (since == null || !d.updatedAt().isBefore(since));
    }
  }

  private static String text(Delivery d) {
    String reason = d.reason() == null ? "" : ", " + word(d.reason());
    String tries = d.attempts() == 0 ? "" : d.attempts() == 1 ? ", 1 try" : ", %d tries";
    String error = d.lastError() == null ? "" : ": " + d.lastError();
    return "%-9s  %s  %s"
        .formatted(
            word(d.state()), d.key(), when(d) + reason + tries.formatted(d.attempts()) + error);
  }

  private static String when(Delivery d) {
    if (!d.isOpen()) return ChangeText.time(d.updatedAt());
    Instant next = d.nextAttemptAt();
    return next == null ? "waits" : "next try " + ChangeText.time(next);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
