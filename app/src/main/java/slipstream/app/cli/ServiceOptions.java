package slipstream.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import slipstream.app.config.ConfigFolder;

/** Where a service keeps its files and where it listens. */
public final class ServiceOptions extends DataOption {
  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:SLIPSTREAM_HOST:-127.0.0.1}",
      description = {
        "Address that the page, /metrics and /health listen on (default: 127.0.0.1).",
        "Environment: SLIPSTREAM_HOST"
      })
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "${env:SLIPSTREAM_PORT:-8080}",
      description = {
        "Port of the page, /metrics and /health (default: 8080; 0 = any free one).",
        "Environment: SLIPSTREAM_PORT"
      })
  int port = 8080;

  /** {@code --config}: its own class, since some commands need only this. */
  public static final class ConfigOption {
    @Option(
        names = "--config",
        paramLabel = "DIR",
        defaultValue = "${env:SLIPSTREAM_CONFIG:-${sys:slipstream.home:-.}/config}",
        description = {
          "Folder with watchlist.yaml, sources.yaml and subscriptions.yaml. The last two may be absent:"
              + " then nothing is fetched, nobody is told.",
          "Default: the config folder of the installation. Environment: SLIPSTREAM_CONFIG"
        })
    Path folder = Path.of("config");

    ConfigFolder read() throws IOException {
      return ConfigFolder.read(folder);
    }
  }
}
