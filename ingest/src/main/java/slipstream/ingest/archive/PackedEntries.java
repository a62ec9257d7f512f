package slipstream.ingest.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files in a .zip or .tar.gz, in order. Nothing is unpacked to disk, and nothing in it is
 * opened as an archive again; what unpacks to far more than news ever does is stopped while
 * reading.
 */
abstract class PackedEntries implements Closeable {
  /** News packs 3 to 10 times smaller; the worst that packing can do is over 1,000. */
  private static final int MAX_RATIO = 200;

  private static final long ALWAYS_ALLOWED = 16L * 1024 * 1024;
  private static final int MAX_ENTRIES = 1_000_000;

  private final long allowed;
  private long unpacked;
  private int entries;

  private PackedEntries(Path path) throws IOException {
    allowed = ALWAYS_ALLOWED + MAX_RATIO * Files.size(path);
  }

  /**
   * A file in the archive.
   *
   * @param content to be read before the next one; closed with the archive
   */
  record Entry(String name, InputStream content) {}

  static boolean isPacked(String name) {
    return name.endsWith(".zip") || name.endsWith(".tar.gz") || name.endsWith(".tgz");
  }

  static PackedEntries open(Path path) throws IOException {
    return path.toString().endsWith(".zip") ? new Zip(path) : new Tar(path);
  }

  /**
   * The next file; null at the end.
   *
   * @throws IOException when the archive is broken, or a bomb
   */
  @Nullable Entry next() throws IOException {
    if (++entries > MAX_ENTRIES) throw new IOException("holds more than " + MAX_ENTRIES + " files");
    return read();
  }

  abstract @Nullable Entry read() throws IOException;

  /** Counts what comes out of a packed stream, the passed over too. */
  final InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = in.read();
        if (b >= 0) count(1);
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) count(n);
        return n;
      }

      @Override
      public long skip(long most) throws IOException {
        long n = in.skip(most);
        count(n);
        return n;
      }
    };
  }

  private void count(long bytes) throws IOException {
    unpacked += bytes;
    if (unpacked > allowed) {
      throw new IOException("unpacks to more than " + MAX_RATIO + " times its size");
    }
  }

  private static final class Zip extends PackedEntries {
    private final ZipFile file;
    private final Enumeration<? extends ZipEntry> left;

    Zip(Path path) throws IOException {
      super(path);
      file = new ZipFile(path.toFile());
      left = file.entries();
    }

    @Override
    @Nullable Entry read() throws IOException {
      while (left.hasMoreElements()) {
        ZipEntry entry = left.nextElement();
        if (!entry.isDirectory()) {
          return new Entry(entry.getName(), counted(file.getInputStream(entry)));
        }
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  private static final class Tar extends PackedEntries {
    private final TarArchiveInputStream in;

    Tar(Path path) throws IOException {
      super(path);
      var packed = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      in = new TarArchiveInputStream(counted(new GZIPInputStream(packed, 1 << 16)));
    }

    @Override
    @Nullable Entry read() throws IOException {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isFile()) return new Entry(entry.getName(), in);
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
