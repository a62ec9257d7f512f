package slipstream.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.ingest.archive.ArchiveReader;
import slipstream.ingest.fetch.Fetcher;
import slipstream.ingest.fetch.Robots;
import slipstream.ingest.web.ListForm;
import slipstream.ingest.web.WebReader;

/**
 * Reads a source once without Kafka, to show what would come of it. Keeps the same rules as a
 * worker: robots, contact, guards, pace.
 */
public final class SourceProbe implements AutoCloseable {
  private static final int MOST_TURNS = 5;

  private final Fetcher fetcher;
  private final Map<Source.Kind, SourceReader> readers;

  /**
   * @param now clock that publication dates are judged by
   */
  public SourceProbe(IngestSettings settings, Supplier<Instant> now) {
    this.fetcher = new Fetcher(settings.fetch());
    this.readers = readers(settings, fetcher, now);
  }

  /** The readers of all kinds of sources. */
  static Map<Source.Kind, SourceReader> readers(
      IngestSettings settings, Fetcher fetcher, Supplier<Instant> now) {
    var robots = new Robots(fetcher);
    var pace = settings.fetch().pace();
    return Map.of(
        Source.Kind.ARCHIVE,
        new ArchiveReader(settings.base(), now),
        Source.Kind.FEED,
        new WebReader(ListForm.FEED, fetcher, robots, pace, now),
        Source.Kind.SITEMAP,
        new WebReader(ListForm.SITEMAP, fetcher, robots, pace, now),
        Source.Kind.PAGE,
        new WebReader(ListForm.PAGE, fetcher, robots, pace, now),
        Source.Kind.API,
        new WebReader(ListForm.API, fetcher, robots, pace, now));
  }

  /** The harvest of the first turn that brings items or fails; takes a few seconds at most. */
  public Harvest read(Source source) throws InterruptedException {
    SourceReader reader = readers.get(source.kind());
    if (reader == null) throw new IllegalArgumentException("kind of source is unknown");
    Harvest harvest = reader.read(source, Cursor.start(source.id()));
    for (int turn = 1; turn < MOST_TURNS && isUnfinished(harvest); turn++) {
      Thread.sleep(harvest.rest().toMillis());
      harvest = reader.read(source, harvest.cursor());
    }
    return harvest;
  }

  private static boolean isUnfinished(Harvest harvest) {
    boolean asked = harvest.outcome() == Outcome.NONE;
    return asked || (harvest.items().isEmpty() && !harvest.cursor().pending().isEmpty());
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
