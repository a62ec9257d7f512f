package slipstream.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}: where a service keeps its files, and where the other commands find it. */
public class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:SLIPSTREAM_DATA:-data}",
      description = {
        "Folder of everything that is kept (default: data). Environment: SLIPSTREAM_DATA"
      })
  Path data = Path.of("data");
}
