package slipstream.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.app.past.DeadLetter;
import slipstream.app.past.Replay;

/** Shows what was put aside, and sends it again. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "List the records that the topology could not read or process, or send them again once the"
            + " cause is gone.")
public final class DeadLettersCommand implements Runnable {
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
      description = {
        "Print a line for each record that was put aside and not replayed since: its id, when it was"
            + " learned, topic-partition@offset, the reason, and its key.",
        "Reasons: undecodable (no valid record), failed (a fault in Slipstream), too-large, unwritable."
      })
  int list(
      @Option(names = "--all", description = "Those that were replayed, too.") boolean all,
      @Option(names = "--values", description = "Print each record's value below its line.")
          boolean values,
      @Mixin LinkOptions slipstream)
      throws IOException, InterruptedException {
    var link = slipstream.open();
    var letters = all ? DeadLetter.read(link) : new Replay(link).open();
    PrintWriter out = spec.commandLine().getOut();
    for (DeadLetter letter : letters) {
      out.println(letter.line());
      if (values) out.println("    " + letter.value());
    }
    if (letters.isEmpty()) out.println("Nothing was put aside.");
    out.flush();
    return 0;
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Send records again to the topic they came from, with the time they were learned at: all that"
            + " are listed, or those named.",
        "What was processed meanwhile counts once. A record that fails again is put aside again."
      })
  int replay(
      @Parameters(paramLabel = "ID", arity = "0..*", description = "As printed by 'list'.")
          List<String> ids,
      @Mixin LinkOptions slipstream)
      throws IOException, InterruptedException {
    var replay = new Replay(slipstream.inForce());
    Set<String> wanted = ids == null ? Set.of() : new TreeSet<>(ids);
    var sent = replay.send(wanted);
    PrintWriter out = spec.commandLine().getOut();
    for (var one : sent) out.println(one);
    out.printf("%d sent again.%n", sent.stream().filter(Replay.Sent::again).count());
    out.flush();
    return 0;
  }
}
