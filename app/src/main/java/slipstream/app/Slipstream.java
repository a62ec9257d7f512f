package slipstream.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slipstream.app.cli.AlertsCommand;
import slipstream.app.cli.AnalyzeCommand;
import slipstream.app.cli.BacktestCommand;
import slipstream.app.cli.ConfigCommand;
import slipstream.app.cli.DeadLettersCommand;
import slipstream.app.cli.DeliveriesCommand;
import slipstream.app.cli.ExplainCommand;
import slipstream.app.cli.ExtractCommand;
import slipstream.app.cli.Failures;
import slipstream.app.cli.IngestCommand;
import slipstream.app.cli.OutlookCommand;
import slipstream.app.cli.RejectCommand;
import slipstream.app.cli.ReprocessCommand;
import slipstream.app.cli.RunCommand;
import slipstream.app.cli.SourcesCommand;
import slipstream.app.cli.StreamsCommand;
import slipstream.app.cli.SubscriptionsCommand;
import slipstream.app.cli.Version;
import slipstream.app.cli.WebCommand;

/** The command line. */
@Command(
    name = "slipstream",
    description = "Watches the news for release-date claims and tells you when one changes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    footer = {
      "",
      "First steps:",
      "  slipstream run                     everything in one process, on an embedded Kafka",
      "  slipstream alerts --follow         the changes as they happen",
      "  slipstream deliveries list         what became of every notice",
      "  slipstream outlook                 what is held; --as-of 2025-06-15: what was held then",
      "  slipstream explain ITEM|CHANGE     why something did or did not change it",
      "  slipstream analyze article.txt     what is read in one article",
      "  slipstream sources                 the sources, and how each does",
      "  slipstream extract page.html       how one page is read as an article",
      "  slipstream COMMAND --help          the options of a command",
      "",
      "Every option can also be given in the environment, as its help says."
    },
    subcommands = {
      RunCommand.class,
      AlertsCommand.class,
      OutlookCommand.class,
      ExplainCommand.class,
      RejectCommand.class,
      BacktestCommand.class,
      ReprocessCommand.class,
      DeadLettersCommand.class,
      AnalyzeCommand.class,
      SourcesCommand.class,
      DeliveriesCommand.class,
      SubscriptionsCommand.class,
      ExtractCommand.class,
      ConfigCommand.class,
      IngestCommand.class,
      StreamsCommand.class,
      WebCommand.class,
    })
public final class Slipstream implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  /** Runs a command; its exit status is 0 when all went well, 1 on failure, 2 on wrong words. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line with its error handling, also for tests. */
  public static CommandLine commandLine() {
    return new CommandLine(new Slipstream())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Failures::tell);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed");
  }
}
