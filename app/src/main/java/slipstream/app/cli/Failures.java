package slipstream.app.cli;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Tells a person what went wrong in one line; the stack trace goes to the log. */
public final class Failures {
  private Failures() {}

  /** The handler of every exception that a command lets out. */
  public static int tell(Exception e, CommandLine command, ParseResult parsed) {
    command.getErr().println(command.getColorScheme().errorText("slipstream: " + message(e)));
    LoggerFactory.getLogger(Failures.class).debug("the command failed", e);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /** The most telling message of an exception: its own, else its cause's, else its name. */
  public static String message(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t.getMessage() != null) return t.getMessage().lines().findFirst().orElse("");
    }
    return e.toString();
  }
}
