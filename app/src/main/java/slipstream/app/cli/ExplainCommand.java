package slipstream.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.app.past.Explainer;
import slipstream.app.past.Past;

/** Explains an alert, or why there was none. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tell why an item did or did not change an outlook: which of its claims repeats which other one, is"
          + " older, a rumour, or below a threshold; into which story it was folded; that it claims"
          + " nothing, or was never read.",
      "Of a change: which words raised it, who repeated it, and what took it back."
    })
public final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ITEM|CHANGE",
      description =
          "Id of a change or claim (see 'alerts --json'), id or address of an item, or words of its"
              + " title.")
  private String what = "";

  @Mixin private LinkOptions slipstream = new LinkOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var link = slipstream.inForce();
    var out = spec.commandLine().getOut();
    boolean found = new Explainer(link, Past.read(link), out).explain(what);
    out.flush();
    if (found) return 0;
    throw new IOException(
        "nothing was read under '%s': no change, claim or item has this id, address or title"
            .formatted(what));
  }
}
