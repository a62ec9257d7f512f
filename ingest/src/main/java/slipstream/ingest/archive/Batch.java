package slipstream.ingest.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.NewsItem;

/** The items of one poll of an archive; a bad entry is a warning and a count, never a stop. */
final class Batch {
  private static final Logger log = LoggerFactory.getLogger(Batch.class);

  private final EntryReader entries;
  private final int size;
  private final List<NewsItem> items = new ArrayList<>();
  private int taken;
  private int rejected;
  private long bytes;

  Batch(EntryReader entries, int size) {
    this.entries = entries;
    this.size = size;
  }

  boolean isFull() {
    return taken >= size;
  }

  /** Adds a line of JSON; an empty one is none. */
  void addLine(String file, long line, byte[] json) {
    taken++;
    bytes += json.length;
    if (json.length > LineReader.MAX_LINE) {
      reject(file, line, "longer than " + LineReader.MAX_LINE + " bytes");
      return;
    }
    String text = ArchiveReader.text(json);
    if (text.isBlank()) return;
    try {
      items.add(entries.line(text));
    } catch (BadEntryException e) {
      reject(file, line, e.getMessage());
    }
  }

  /** Adds a file that is an item, or a .json file of several. */
  void addDocument(String file, byte[] content, Sidecar sidecar) {
    taken++;
    bytes += content.length;
    if (content.length > DocumentFile.MAX_BYTES) {
      reject(file, 1, "larger than " + DocumentFile.MAX_BYTES + " bytes");
      return;
    }
    try {
      items.addAll(entries.document(file, content, sidecar));
    } catch (BadEntryException e) {
      reject(file, e.line(), e.getMessage());
    }
  }

  void reject(String file, long line, @Nullable String reason) {
    rejected++;
    log.warn("{}:{}: not an item: {}", file, line, reason);
  }

  List<NewsItem> items() {
    return items;
  }

  int rejected() {
    return rejected;
  }

  long bytes() {
    return bytes;
  }

  Optional<Instant> newest() {
    return items.stream()
        .flatMap(item -> Optional.ofNullable(item.published()).stream())
        .map(published -> published.at())
        .max(Instant::compareTo);
  }
}
