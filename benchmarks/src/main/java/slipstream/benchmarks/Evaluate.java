package slipstream.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs evaluation sets through Slipstream; one sub-command for each kind of set. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Reads an evaluation set and writes what Slipstream makes of it.",
    subcommands = {
      EvaluateArticles.class,
      EvaluateClaims.class,
      EvaluateDates.class,
      EvaluateFeedDates.class,
      EvaluateFeeds.class,
      EvaluateRobots.class,
      ParsingSpeed.class,
      EvaluateSentiment.class,
      EvaluateTags.class
    })
public final class Evaluate {
  private Evaluate() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Evaluate()).execute(args));
  }
}
