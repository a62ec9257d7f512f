package slipstream.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;

/** Polls sources on a pool of threads, each by the reader of its kind. */
final class Readers {
  private static final Logger log = LoggerFactory.getLogger(Readers.class);
  private static final Duration RETRY = Duration.ofMinutes(15);

  private final Map<Source.Kind, SourceReader> byKind;
  private final Executor pool;
  private final IngestMetrics metrics;

  Readers(Map<Source.Kind, SourceReader> byKind, Executor pool, IngestMetrics metrics) {
    this.byKind = byKind;
    this.pool = pool;
    this.metrics = metrics;
  }

  /**
   * Polls in the background; every poll hands a harvest over, whatever happens.
   *
   * @param wanted asked when the turn comes: false when the source is with another owner by then
   */
  void poll(Source source, Cursor cursor, BooleanSupplier wanted, Consumer<Harvest> whenRead) {
    try {
      pool.execute(
          () -> {
            if (wanted.getAsBoolean()) whenRead.accept(read(source, cursor));
          });
    } catch (RejectedExecutionException e) {
      log.debug("source {}: not polled, ingest is closing", source.id());
    }
  }

  private Harvest read(Source source, Cursor cursor) {
    long from = System.nanoTime();
    Harvest harvest = tryRead(source, cursor);
    metrics.time(harvest.outcome(), Duration.ofNanos(System.nanoTime() - from));
    return harvest;
  }

  private Harvest tryRead(Source source, Cursor cursor) {
    SourceReader reader = byKind.get(source.kind());
    if (reader == null) {
      return failed(cursor, "sources of kind " + source.kind() + " cannot be read by this version");
    }
    try {
      return reader.read(source, cursor);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Harvest.empty(cursor, Outcome.NONE, RETRY);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.error("source {}: reader failed", source.id(), e);
      return failed(cursor, "internal error: " + e);
    }
  }

  private static Harvest failed(Cursor cursor, String reason) {
    var draft = new CursorDraft(cursor).failed(Instant.now(), reason);
    return Harvest.empty(draft.cursor(), Outcome.PARSE_ERROR, RETRY);
  }
}
