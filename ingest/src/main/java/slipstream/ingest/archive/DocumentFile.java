package slipstream.ingest.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A file that is read at once: .txt, .html, .json. Its mark is the state that was read. */
final class DocumentFile extends ArchiveFile {
  static final long MAX_BYTES = 16L * 1024 * 1024;

  DocumentFile(Path path, String name, BasicFileAttributes attributes) {
    super(path, name, attributes);
  }

  @Override
  long units() {
    return 1;
  }

  @Override
  long unitsRead(@Nullable String mark) {
    return state().equals(mark) ? 1 : 0;
  }

  @Override
  String read(@Nullable String mark, Batch batch) throws IOException {
    if (state().equals(mark)) return state();
    if (size() > MAX_BYTES) {
      batch.reject(name(), 1, "larger than " + MAX_BYTES + " bytes");
    } else {
      batch.addDocument(name(), Files.readAllBytes(path()), Sidecar.of(path()));
    }
    return state();
  }
}
