package slipstream.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import slipstream.app.run.Logs;

/** Which Slipstream a command looks at: the one that runs with --data, or on the cluster given. */
final class LinkOptions {
  @Mixin private DataOption folder = new DataOption();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  /** The cluster, with the names of the first generation; from here on only errors are logged. */
  ClusterLink open() throws IOException {
    Logs.quiet();
    return ClusterLink.open(cluster, folder.data);
  }

  /** The same with the names of the generation that is in force. */
  ClusterLink inForce() throws IOException, InterruptedException {
    return open().inForce();
  }

  Path data() {
    return folder.data;
  }
}
