package slipstream.app.run;

import java.nio.file.Path;

/** Where this process logs: the terminal of a role, the file of the main job. */
public final class Logs {
  private Logs() {}

  /** Only what is wrong is worth a word. Before the first logger is made. */
  public static void quiet() {
    System.setProperty("slipstream.log.level", "WARN");
  }

  /** Sends the log to a file. Before the first logger is made: later it has no effect. */
  static void to(Path file) {
    System.setProperty("slipstream.log.file", file.toString());
    System.setProperty("logback.configurationFile", "logback-file.xml");
  }
}
