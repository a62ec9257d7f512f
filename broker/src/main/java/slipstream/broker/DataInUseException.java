package slipstream.broker;

import java.io.IOException;
import java.nio.file.Path;

/** Another process holds the data folder. */
public final class DataInUseException extends IOException {
  private static final long serialVersionUID = 1;

  DataInUseException(Path data) {
    super("another process is using the data folder " + data.toAbsolutePath());
  }
}
