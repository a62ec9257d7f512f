package slipstream.ingest.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A file of one JSON object a line. Its mark is {@code lines@offset}: what has been read. */
final class LinesFile extends ArchiveFile {
  /** Counting the lines of a big archive for every batch would read it over and over. */
  private static final Map<Path, Counted> COUNTED = new ConcurrentHashMap<>();

  private record Counted(String state, long lines) {}

  private record Mark(long lines, long offset) {
    static Mark of(@Nullable String mark, long size) {
      if (mark == null) return new Mark(0, 0);
      int at = mark.indexOf('@');
      var read =
          new Mark(Long.parseLong(mark.substring(0, at)), Long.parseLong(mark.substring(at + 1)));
      return read.offset > size ? new Mark(0, 0) : read;
    }

    @Override
    public String toString() {
      return lines + "@" + offset;
    }
  }

  LinesFile(Path path, String name, BasicFileAttributes attributes) {
    super(path, name, attributes);
  }

  @Override
  long units() throws IOException {
    var counted = COUNTED.get(path());
    if (counted == null || !counted.state().equals(state())) {
      counted = new Counted(state(), count());
      COUNTED.put(path(), counted);
    }
    return counted.lines();
  }

  @Override
  long unitsRead(@Nullable String mark) {
    return Mark.of(mark, size()).lines();
  }

  @Override
  String read(@Nullable String mark, Batch batch) throws IOException {
    Mark from = Mark.of(mark, size());
    if (from.offset() == size()) return from.toString();
    long lines = from.lines();
    long offset = from.offset();
    try (var channel = Files.newByteChannel(path())) {
      channel.position(offset);
      var in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
      var reader = new LineReader(in, size() - offset);
      while (!batch.isFull()) {
        byte[] line = reader.next();
        if (line == null) break;
        batch.addLine(name(), ++lines, line);
      }
      offset += reader.bytesRead();
    }
    return new Mark(lines, offset).toString();
  }

  private long count() throws IOException {
    long lines = 0;
    int last = '\n';
    try (var in = new BufferedInputStream(Files.newInputStream(path()), 1 << 16)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') lines++;
        last = b;
      }
    }
    return last == '\n' ? lines : lines + 1;
  }
}
