package slipstream.app.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import slipstream.broker.DataInUseException;
import slipstream.broker.EmbeddedBroker;

/**
 * The child process of {@link BrokerProcess}: one broker, until standard input closes. Its first
 * line on standard output is {@code READY port} or {@code FAILED why}.
 */
public final class BrokerMain {
  static final String READY = "READY ";
  static final String FAILED = "FAILED ";

  /** A broker whose parent was killed needs about half a second to close the folder. */
  private static final Duration FOLDER_FREE_WITHIN = Duration.ofSeconds(15);

  private BrokerMain() {}

  /** Arguments: data folder, port. */
  public static void main(String[] args) throws IOException, InterruptedException {
    ignoreInterrupt();
    try (var broker = start(Path.of(args[0]), Integer.parseInt(args[1]))) {
      System.out.println(READY + broker.port());
      awaitEndOfInput();
    } catch (IOException | RuntimeException e) {
      System.out.println(FAILED + rootMessage(e));
      System.exit(1);
    }
    System.exit(0);
  }

  private static EmbeddedBroker start(Path data, int port)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + FOLDER_FREE_WITHIN.toNanos();
    while (true) {
      try {
        return EmbeddedBroker.start(data, port);
      } catch (DataInUseException e) {
        if (System.nanoTime() > deadline) throw e;
        Thread.sleep(100);
      }
    }
  }

  /**
   * Ctrl-C reaches the whole process group, but the parent wants to close its clients first and
   * then us. The signal API is not part of the Java SE API, hence reflection.
   */
  private static void ignoreInterrupt() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      Object ignore = handler.getField("SIG_IGN").get(null);
      signal.getMethod("handle", signal, handler).invoke(null, interrupt, ignore);
    } catch (ReflectiveOperationException e) {
      System.err.println("cannot ignore the terminal's interrupt: " + e);
    }
  }

  private static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Only the end of input matters: the parent has closed it, or has died.
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) root = root.getCause();
    return String.valueOf(root.getMessage()).replace('\n', ' ');
  }
}
