package slipstream.app.cli;

import java.io.IOException;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slipstream.app.config.ConfigFolder;
import slipstream.app.config.ConfigPublisher;

/** Checks the configuration files, and applies them to a cluster. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Check the configuration files, or apply them to a cluster.")
public final class ConfigCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "check or apply?");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Read the files and tell what is wrong, by file, line and key.")
  int check(@Mixin ServiceOptions.ConfigOption config) throws IOException {
    tell("valid", config.read());
    return 0;
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description =
          "Create the topics where they are missing and write the files to config.* on the cluster:"
              + " every role follows them.")
  int apply(
      @Mixin ServiceOptions.ConfigOption config,
      @Mixin ServiceOptions service,
      @Mixin ClusterOptions cluster)
      throws IOException, InterruptedException {
    ConfigFolder files = config.read();
    var link = ClusterLink.open(cluster, service.data);
    link.createTopics();
    new ConfigPublisher(link.clients(), link.topics())
        .publish(files, files.sources().value(), Instant.now());
    tell("applied", files);
    return 0;
  }

  private void tell(String what, ConfigFolder files) {
    var out = spec.commandLine().getOut();
    out.printf(
        "%s: watchlist.yaml %s (%d subjects, %d themes)%n",
        what,
        ConfigPublisher.version(files.watchlist().yaml()),
        files.watchlist().value().subjects().size(),
        files.watchlist().value().themes().size());
    out.printf(
        "%s: sources.yaml %s (%d sources)%n",
        what,
        ConfigPublisher.version(files.sources().yaml()),
        files.sources().value().sources().size());
    out.printf(
        "%s: subscriptions.yaml %s (%d subscriptions to %d channels)%n",
        what,
        ConfigPublisher.version(files.subscriptions().yaml()),
        files.subscriptions().value().subscriptions().size(),
        files.subscriptions().value().channels().size());
  }
}
