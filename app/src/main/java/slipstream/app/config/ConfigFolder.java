package slipstream.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import slipstream.alerts.channel.Notifiers;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Sources;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Watchlist;

/**
 * The configuration files of one folder, read and validated. An absent file stands for an empty
 * one: nothing watched, nothing fetched, nobody told.
 *
 * @param folder where they lie; relative paths in {@code sources.yaml} start here
 * @param watchlist what is watched
 * @param sources where items come from
 * @param subscriptions who is told
 */
public record ConfigFolder(
    Path folder,
    Read<Watchlist> watchlist,
    Read<Sources> sources,
    Read<Subscriptions> subscriptions) {

  /**
   * A file as text and as record.
   *
   * @param name without {@code .yaml}
   * @param yaml its text
   * @param value what it says
   */
  public record Read<T>(String name, String yaml, T value) {}

  /**
   * Reads the folder.
   *
   * @throws slipstream.contracts.config.ConfigException naming file, line and key of what is wrong
   * @throws IOException when the folder or its watchlist is missing, or a file cannot be read
   */
  public static ConfigFolder read(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve("watchlist.yaml"))) {
      throw new IOException(
          "no watchlist.yaml in the configuration folder " + folder.toAbsolutePath().normalize());
    }
    return new ConfigFolder(
        folder,
        file(folder, "watchlist", Watchlist.class),
        file(folder, "sources", Sources.class),
        subscriptions(folder));
  }

  /** What the record cannot know: the types of channel there are and their settings. */
  private static Read<Subscriptions> subscriptions(Path folder) throws IOException {
    var read = file(folder, "subscriptions", Subscriptions.class);
    try {
      Notifiers.check(read.value());
      return read;
    } catch (IllegalArgumentException e) {
      throw new IOException(folder.resolve("subscriptions.yaml") + ": " + e.getMessage(), e);
    }
  }

  private static <T> Read<T> file(Path folder, String name, Class<T> type) throws IOException {
    Path path = folder.resolve(name + ".yaml");
    String yaml = Files.exists(path) ? Files.readString(path, UTF_8) : "{}";
    return new Read<>(name, yaml, ConfigReader.read(path.toString(), yaml, type));
  }
}
