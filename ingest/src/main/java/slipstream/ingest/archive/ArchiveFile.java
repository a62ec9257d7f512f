package slipstream.ingest.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file of an archive, and how far a mark says it has been read. */
abstract class ArchiveFile {
  static final String SIDECAR = ".meta.json";

  private final Path path;
  private final String name;
  private final BasicFileAttributes attributes;

  ArchiveFile(Path path, String name, BasicFileAttributes attributes) {
    this.path = path;
    this.name = name;
    this.attributes = attributes;
  }

  /**
   * The files of an archive that can hold items, by name.
   *
   * @throws IOException when the root does not exist or cannot be read
   */
  static List<ArchiveFile> list(Path root) throws IOException {
    if (!Files.exists(root)) throw new NoSuchFileException(root.toString());
    var files = new ArrayList<ArchiveFile>();
    Path from = Files.isDirectory(root) ? root : root.toAbsolutePath().getParent();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            ArchiveFile file = of(path, relative(from, path), attributes);
            if (file != null) files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(ArchiveFile::name));
    return files;
  }

  private static String relative(@Nullable Path from, Path path) {
    Path absolute = path.toAbsolutePath();
    return from == null
        ? path.toString()
        : from.toAbsolutePath().relativize(absolute).toString().replace('\\', '/');
  }

  private static @Nullable ArchiveFile of(Path path, String name, BasicFileAttributes attributes) {
    if (name.endsWith(SIDECAR) || !attributes.isRegularFile()) return null;
    if (PackedEntries.isPacked(name)) return new PackedFile(path, name, attributes);
    if (isLines(name)) return new LinesFile(path, name, attributes);
    return isDocument(name) ? new DocumentFile(path, name, attributes) : null;
  }

  /** One JSON object a line. */
  static boolean isLines(String name) {
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  /** Read at once. */
  static boolean isDocument(String name) {
    return name.endsWith(".txt")
        || name.endsWith(".html")
        || name.endsWith(".htm")
        || name.endsWith(".json");
  }

  Path path() {
    return path;
  }

  /** Its path below the archive's root, with slashes. */
  String name() {
    return name;
  }

  long size() {
    return attributes.size();
  }

  /** Changes whenever the file was written. */
  String state() {
    return attributes.lastModifiedTime().toMillis() + "-" + attributes.size();
  }

  /** How many units of progress it has. */
  abstract long units() throws IOException;

  /** How many of them the mark says were read. */
  abstract long unitsRead(@Nullable String mark);

  /** Reads on from the mark until the batch is full; gives the new mark. */
  abstract String read(@Nullable String mark, Batch batch) throws IOException;
}
