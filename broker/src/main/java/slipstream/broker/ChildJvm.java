package slipstream.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with our class path. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * What starts it.
   *
   * @param options of the JVM
   * @param main class to run
   */
  public static ProcessBuilder of(List<String> options, Class<?> main, String... args) {
    String ours = System.getProperty("java.class.path");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    // Tests run from a jar that only names their class path.
    command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", ours)));
    command.add(main.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }
}
