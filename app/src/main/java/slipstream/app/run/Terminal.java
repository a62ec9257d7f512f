package slipstream.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * The terminal: results on standard output, one after the other; what is going on meanwhile on
 * standard error, as one line that is drawn again where the terminal can.
 */
public final class Terminal {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean redraws;
  private @Nullable String status;

  public Terminal(PrintStream out, PrintStream err, boolean redraws) {
    this.out = out;
    this.err = err;
    this.redraws = redraws;
  }

  /** The terminal of this process; the start script tells whether a person looks at it. */
  public static Terminal system() {
    return new Terminal(
        new PrintStream(System.out, true, UTF_8),
        new PrintStream(System.err, true, UTF_8),
        Boolean.getBoolean("slipstream.tty"));
  }

  /** True when a person looks at it: colour and redrawing make sense. */
  public boolean isInteractive() {
    return redraws;
  }

  /** A result: stays. */
  public synchronized void print(String text) {
    hideStatus();
    out.println(text);
    out.flush();
    showStatus();
  }

  /** A word on what is going on: stays, apart from the results. */
  public synchronized void tell(String text) {
    hideStatus();
    err.println(text);
    showStatus();
  }

  /** What is going on right now; replaced by the next one, gone with null. */
  public synchronized void status(@Nullable String text) {
    hideStatus();
    status = text;
    showStatus();
  }

  private void hideStatus() {
    if (redraws && status != null) err.print(CLEAR_LINE);
  }

  private void showStatus() {
    if (redraws && status != null) {
      err.print(status);
      err.flush();
    }
  }
}
