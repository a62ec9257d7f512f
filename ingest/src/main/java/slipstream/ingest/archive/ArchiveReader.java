package slipstream.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.ingest.CursorDraft;
import slipstream.ingest.Harvest;
import slipstream.ingest.Outcome;
import slipstream.ingest.SourceReader;

/**
 * Reads a file or folder of items in batches, and goes on when it gains lines or files.
 *
 * <p>The cursor's {@code seen} holds a mark for each file: how far a .jsonl has been read, which
 * state of another file was read. A changed file is read again; its items keep their ids.
 */
public final class ArchiveReader implements SourceReader {
  private static final Logger log = LoggerFactory.getLogger(ArchiveReader.class);
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final Path base;
  private final Supplier<Instant> now;

  /**
   * @param base folder that relative locations start from
   * @param now clock that publication dates are judged by
   */
  public ArchiveReader(Path base, Supplier<Instant> now) {
    this.base = base;
    this.now = now;
  }

  @Override
  public Harvest read(Source source, Cursor cursor) {
    Path root = base.resolve(source.location()).normalize();
    try {
      var files = ArchiveFile.list(root);
      return read(source, restart(source, cursor), files);
    } catch (IOException e) {
      String reason = "cannot read " + root + ": " + reason(e);
      var draft = new CursorDraft(cursor).failed(Instant.now(), reason);
      draft.exhausted = true;
      return Harvest.empty(draft.cursor(), Outcome.IO_ERROR, pause(source));
    }
  }

  private Harvest read(Source source, Cursor cursor, List<ArchiveFile> files) throws IOException {
    var marks = new LinkedHashMap<String, String>();
    for (ArchiveFile file : files) {
      String mark = cursor.seen().get(file.name());
      if (mark != null) marks.put(file.name(), mark);
    }
    var batch = new Batch(new EntryReader(source, now.get()), batchSize(files));
    for (ArchiveFile file : files) {
      if (batch.isFull()) break;
      marks.put(file.name(), file.read(marks.get(file.name()), batch));
    }
    var draft = new CursorDraft(cursor);
    draft.seen = marks;
    draft.position = position(files, marks);
    draft.total = total(files);
    draft.exhausted = draft.position >= draft.total;
    draft.location = source.location();
    batch
        .newest()
        .filter(at -> isNewer(at, draft.newestItem))
        .ifPresent(at -> draft.newestItem = at);
    return harvest(source, cursor, draft, batch);
  }

  private static Harvest harvest(Source source, Cursor before, CursorDraft draft, Batch batch) {
    boolean told =
        draft.seen.equals(before.seen()) && before.exhausted() && before.lastError() == null;
    if (told) return Harvest.empty(before, Outcome.NONE, pause(source));
    if (draft.exhausted && !before.exhausted()) {
      log.info("source {}: read {} of {} entries", source.id(), draft.position, draft.total);
    }
    draft.succeeded(Instant.now());
    return new Harvest(
            batch.items(),
            draft.cursor(),
            Outcome.OK,
            draft.exhausted ? pause(source) : Duration.ZERO,
            batch.bytes())
        .withRejected(batch.rejected());
  }

  private static boolean isNewer(Instant at, @Nullable Instant than) {
    return than == null || at.isAfter(than);
  }

  /** What was read elsewhere says nothing about this place. */
  private static Cursor restart(Source source, Cursor cursor) {
    boolean moved =
        cursor.location() != null && !Objects.equals(cursor.location(), source.location());
    return moved ? Cursor.start(source.id()) : cursor;
  }

  /** Small enough to show progress and to restart cheaply, large enough for big archives. */
  private static int batchSize(List<ArchiveFile> files) throws IOException {
    return (int) Math.max(20, Math.min(500, total(files) / 50));
  }

  private static long total(List<ArchiveFile> files) throws IOException {
    long total = 0;
    for (ArchiveFile file : files) total += file.units();
    return total;
  }

  private static long position(List<ArchiveFile> files, Map<String, String> marks) {
    return files.stream().mapToLong(file -> file.unitsRead(marks.get(file.name()))).sum();
  }

  private static Duration pause(Source source) {
    return source.interval() == null ? IDLE : source.interval();
  }

  private static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "no such file or folder";
      case "AccessDeniedException" -> "access denied";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** Text of a file: UTF-8, or windows-1252 where it is not. */
  static String text(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      text = new String(bytes, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
