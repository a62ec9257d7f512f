package slipstream.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.channel.Outcome.Retry;
import slipstream.alerts.notice.Notice;

/**
 * Appends to a file, one line of JSON a change (or text), on disk before it counts as delivered.
 */
final class FileNotifier implements Notifier {
  private final LineFormat format;
  private final Settings settings;

  FileNotifier(Settings settings) {
    this.settings = settings.check(Set.of("path"), Set.of("format"));
    this.format = LineFormat.of(settings.optional("format").orElse("json"));
  }

  @Override
  public Outcome send(Notice notice) {
    Path path = Path.of(settings.value("path"));
    try {
      append(path, format.render(notice));
      return new Delivered(null);
    } catch (IOException e) {
      return new Retry("cannot write " + path + ": " + e.getMessage(), Duration.ZERO);
    }
  }

  private synchronized void append(Path path, String text) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) Files.createDirectories(folder);
    try (var file = FileChannel.open(path, CREATE, APPEND)) {
      var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) file.write(bytes);
      file.force(false);
    }
  }
}
