package slipstream.ingest.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A .zip or .tar.gz of documents and .jsonl files. Its mark is {@code state:units}: how many
 * documents and lines have been read of which state of the file.
 *
 * <p>Each batch reads from the start of the archive and passes over what was read.
 */
final class PackedFile extends ArchiveFile {
  private static final Map<Path, Index> INDEXES = new ConcurrentHashMap<>();

  /** What a first look has found: sidecars may come after what they belong to. */
  private record Index(
      String state, long units, Map<String, Sidecar> sidecars, @Nullable String broken) {}

  /** Takes what stands in the archive, one unit after the other. */
  private interface Visitor {
    /** False to stop before this unit. */
    boolean wants();

    void document(String name, byte[] content);

    void line(String name, long number, byte[] line);

    default void sidecar(String name, byte[] content) {}
  }

  PackedFile(Path path, String name, BasicFileAttributes attributes) {
    super(path, name, attributes);
  }

  @Override
  long units() {
    return index().units();
  }

  @Override
  long unitsRead(@Nullable String mark) {
    if (mark == null || !mark.startsWith(state() + ":")) return 0;
    return Long.parseLong(mark.substring(mark.lastIndexOf(':') + 1));
  }

  @Override
  String read(@Nullable String mark, Batch batch) {
    Index index = index();
    var adding = new Adding(batch, index.sidecars(), unitsRead(mark));
    boolean isNew = mark == null || !mark.startsWith(state());
    if (!isNew && adding.from == index.units()) return state() + ":" + adding.from;
    try {
      walk(adding);
    } catch (IOException e) {
      // The index knows: what stands before the break is read, then the break is told once.
    }
    if (adding.unit == index.units() && index.broken() != null) {
      batch.reject(name(), adding.unit, index.broken());
    }
    return state() + ":" + adding.unit;
  }

  private Index index() {
    Index known = INDEXES.get(path());
    if (known != null && known.state().equals(state())) return known;
    var counting = new Counting();
    String broken = null;
    try {
      walk(counting);
    } catch (IOException e) {
      broken = e.getMessage() == null ? "broken archive" : e.getMessage();
    }
    var index = new Index(state(), counting.units, counting.sidecars, broken);
    INDEXES.put(path(), index);
    return index;
  }

  private void walk(Visitor visitor) throws IOException {
    try (var entries = PackedEntries.open(path())) {
      for (var entry = entries.next(); entry != null; entry = entries.next()) {
        if (!isHidden(entry.name()) && !walk(entry, visitor)) return;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("broken archive: " + e.getMessage(), e);
    }
  }

  private static boolean walk(PackedEntries.Entry entry, Visitor visitor) throws IOException {
    String name = entry.name();
    if (name.endsWith(SIDECAR)) {
      visitor.sidecar(name, content(entry.content()));
    } else if (isLines(name)) {
      return lines(entry, visitor);
    } else if (isDocument(name)) {
      if (!visitor.wants()) return false;
      visitor.document(name, content(entry.content()));
    }
    return true;
  }

  private static boolean lines(PackedEntries.Entry entry, Visitor visitor) throws IOException {
    var lines = new LineReader(new BufferedInputStream(entry.content(), 1 << 16), Long.MAX_VALUE);
    long number = 0;
    while (true) {
      if (!visitor.wants()) return false;
      byte[] line = lines.next();
      if (line == null) return true;
      visitor.line(entry.name(), ++number, line);
    }
  }

  /** One byte over the limit tells that there is more. */
  private static byte[] content(InputStream in) throws IOException {
    return in.readNBytes((int) DocumentFile.MAX_BYTES + 1);
  }

  private static boolean isHidden(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.startsWith(".") || name.startsWith("__MACOSX/");
  }

  private static final class Counting implements Visitor {
    final Map<String, Sidecar> sidecars = new HashMap<>();
    long units;

    @Override
    public boolean wants() {
      return true;
    }

    @Override
    public void document(String name, byte[] content) {
      units++;
    }

    @Override
    public void line(String name, long number, byte[] line) {
      units++;
    }

    @Override
    public void sidecar(String name, byte[] content) {
      String base = name.substring(0, name.length() - SIDECAR.length());
      sidecars.put(base, Sidecar.of(name, content));
    }
  }

  private final class Adding implements Visitor {
    final long from;
    private final Batch batch;
    private final Map<String, Sidecar> sidecars;
    long unit;

    Adding(Batch batch, Map<String, Sidecar> sidecars, long from) {
      this.batch = batch;
      this.sidecars = sidecars;
      this.from = from;
    }

    @Override
    public boolean wants() {
      return unit < from || !batch.isFull();
    }

    @Override
    public void document(String name, byte[] content) {
      if (unit++ < from) return;
      String base = name.substring(0, name.lastIndexOf('.'));
      batch.addDocument(inside(name), content, sidecars.getOrDefault(base, Sidecar.NONE));
    }

    @Override
    public void line(String name, long number, byte[] line) {
      if (unit++ < from) return;
      batch.addLine(inside(name), number, line);
    }

    private String inside(String name) {
      return name() + "!" + name;
    }
  }
}
