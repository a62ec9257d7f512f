package slipstream.app.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where this process logs: the terminal of a role, the file of the main job. */
public final class Logs {
  private Logs() {}

  /** Only what is wrong is worth a word. */
  public static void quiet() {
    if (LoggerFactory.getLogger("slipstream") instanceof Logger logger) logger.setLevel(Level.WARN);
  }

  /** Sends the log to a file. Before the first logger is made: later it has no effect. */
  static void to(Path file) {
    System.setProperty("slipstream.log.file", file.toString());
    System.setProperty("logback.configurationFile", "logback-file.xml");
  }
}
