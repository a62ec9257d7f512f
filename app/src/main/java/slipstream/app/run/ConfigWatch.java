package slipstream.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import slipstream.app.config.ConfigFolder;
import slipstream.contracts.config.ConfigException;

/** Notices that a person has saved a configuration file, and applies it when it is valid. */
final class ConfigWatch {
  private static final List<String> FILES =
      List.of("watchlist.yaml", "sources.yaml", "subscriptions.yaml");

  private final Path folder;
  private final Apply apply;
  private final Terminal terminal;
  private List<FileTime> seen;

  /** Puts a valid configuration in force. */
  @FunctionalInterface
  interface Apply {
    void accept(ConfigFolder config) throws InterruptedException;
  }

  ConfigWatch(Path folder, Apply apply, Terminal terminal) throws IOException {
    this.folder = folder;
    this.apply = apply;
    this.terminal = terminal;
    this.seen = times();
  }

  /** Looks once; what cannot be read is told, and the configuration in force stays. */
  void look() throws InterruptedException {
    try {
      var now = times();
      if (now.equals(seen)) return;
      seen = now;
      apply.accept(ConfigFolder.read(folder));
      terminal.tell("The changed configuration is in force.");
    } catch (ConfigException | IOException e) {
      terminal.tell("Not applied, the configuration before stays in force: " + e.getMessage());
    }
  }

  private List<FileTime> times() throws IOException {
    var times = new ArrayList<FileTime>();
    for (String file : FILES) times.add(time(folder.resolve(file)));
    return times;
  }

  private static FileTime time(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file);
    } catch (NoSuchFileException e) {
      return FileTime.fromMillis(0);
    }
  }
}
