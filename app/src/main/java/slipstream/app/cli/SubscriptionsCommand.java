package slipstream.app.cli;

import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.alerts.SampleSender;
import slipstream.alerts.SampleSender.Sent;
import slipstream.alerts.channel.Outcome.Dead;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.channel.Outcome.Retry;
import slipstream.app.run.Logs;

/** Tries out the channels of a subscription. */
@Command(
    name = "subscriptions",
    mixinStandardHelpOptions = true,
    description = "Try out the channels of a subscription.")
public final class SubscriptionsCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "test NAME?");
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Send a sample, marked as one, to each channel of a subscription in subscriptions.yaml,"
            + " with the secrets of this environment. Nothing need run; nothing is kept.",
        "The exit status is 0 when every channel took it."
      })
  int test(
      @Parameters(paramLabel = "NAME", description = "Name of the subscription.") String name,
      @Mixin ServiceOptions.ConfigOption config,
      @Mixin ClusterOptions cluster)
      throws IOException, InterruptedException {
    Logs.quiet();
    var subscriptions = config.read().subscriptions().value();
    var sender = new SampleSender(cluster.topics(), System.getenv(), Clock.systemUTC(), System.out);
    boolean all = true;
    for (Sent sent : sender.send(subscriptions, name)) {
      spec.commandLine().getOut().printf("%s: %s%n", sent.channel(), text(sent));
      all &= sent.outcome() instanceof Delivered;
    }
    return all ? 0 : 1;
  }

  private static String text(Sent sent) {
    if (sent.outcome() instanceof Retry retry) return "not now: " + retry.reason();
    return sent.outcome() instanceof Dead dead ? "refused: " + dead.reason() : "delivered";
  }
}
