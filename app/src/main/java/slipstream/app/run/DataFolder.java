package slipstream.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import slipstream.app.cli.ClusterLink;

/** The folder of everything that is kept, held by one process at a time. */
public final class DataFolder implements AutoCloseable {
  private static final long LEAST_FREE_BYTES = 512L * 1024 * 1024;

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder.
   *
   * @throws IOException in one clear line when another process holds it, or the disk is nearly full
   */
  public static DataFolder take(Path path) throws IOException {
    Path folder = Files.createDirectories(path).toAbsolutePath().normalize();
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new IOException(
          "only %d MB are free for %s, and Kafka ends on a full disk: free some space, or choose another --data"
              .formatted(free >> 20, folder));
    }
    FileChannel channel = FileChannel.open(folder.resolve("slipstream.lock"), CREATE, WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new IOException(
          "another Slipstream is running on "
              + folder
              + ": stop it first, or choose another folder with --data");
    }
    return new DataFolder(folder, channel, lock);
  }

  public Path kafka() {
    return folder.resolve("broker");
  }

  public Path streams() {
    return folder.resolve("streams");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path path() {
    return folder;
  }

  /** Notes where the embedded Kafka listens, for the other commands. */
  public void noteAddress(String bootstrap) throws IOException {
    Files.writeString(folder.resolve(ClusterLink.ADDRESS_FILE), bootstrap + "\n", UTF_8);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(folder.resolve(ClusterLink.ADDRESS_FILE));
    lock.release();
    channel.close();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
