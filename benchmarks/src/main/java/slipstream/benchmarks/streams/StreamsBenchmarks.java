package slipstream.benchmarks.streams;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks of the topology: {@code benchmarks/streams NAME}. */
@Command(
    name = "streams",
    mixinStandardHelpOptions = true,
    description = "Measures the topology with the broker in a JVM of its own.",
    subcommands = {Throughput.class, Latency.class, Gaps.class, State.class})
final class StreamsBenchmarks {
  private StreamsBenchmarks() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new StreamsBenchmarks()).execute(args));
  }
}
