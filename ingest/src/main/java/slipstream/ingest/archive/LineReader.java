package slipstream.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines without ever holding more than a line; longer ones are cut. */
final class LineReader {
  static final int MAX_LINE = 4 * 1024 * 1024;

  private final InputStream in;
  private final long most;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long read;

  /**
   * @param in buffered
   * @param most bytes to read
   */
  LineReader(InputStream in, long most) {
    this.in = in;
    this.most = most;
  }

  /** The next line without its end, cut to one byte over {@link #MAX_LINE}; null at the end. */
  byte @Nullable [] next() throws IOException {
    line.reset();
    long from = read;
    while (read < most) {
      int b = in.read();
      if (b < 0) break;
      read++;
      if (b == '\n') return line.toByteArray();
      if (line.size() <= MAX_LINE) line.write(b);
    }
    return read == from ? null : line.toByteArray();
  }

  /** Bytes read so far, with the ends of lines. */
  long bytesRead() {
    return read;
  }
}
