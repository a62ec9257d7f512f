package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a source has been read, on {@code ingest.cursors}, keyed by {@code domain|sourceId},
 * partitioned by domain, compacted. Written in the same transaction as the items it covers.
 *
 * @param source id of the source
 * @param etag validator of the last answer; null = none
 * @param lastModified validator of the last answer; null = none
 * @param seen item id -> version of what the last answers held, oldest first, bounded
 * @param position how many items of an archive have been read
 * @param total how many items the archive holds; null when unknown
 * @param exhausted true when an archive has been read to its end
 * @param lastPoll when it was last polled; null = never
 * @param lastSuccess when it last answered; null = never
 * @param newestItem newest publication seen; null = none
 * @param nextPoll when it is due again; null = now
 * @param failures failures in a row
 * @param lastError one line, null when the last poll succeeded
 * @param gaps seconds between its newest items, newest last, bounded: for telling silence
 */
public record Cursor(
    String source,
    @Nullable String etag,
    @Nullable String lastModified,
    Map<String, String> seen,
    long position,
    @Nullable Long total,
    boolean exhausted,
    @Nullable Instant lastPoll,
    @Nullable Instant lastSuccess,
    @Nullable Instant newestItem,
    @Nullable Instant nextPoll,
    int failures,
    @Nullable String lastError,
    List<Long> gaps) {
  public Cursor {
    field(source, "source");
    seen = seen == null ? Map.of() : seen;
    gaps = gaps == null ? List.of() : List.copyOf(gaps);
  }

  /** A source that was never polled. */
  public static Cursor start(String source) {
    return new Cursor(
        source, null, null, Map.of(), 0, null, false, null, null, null, null, 0, null, List.of());
  }
}
