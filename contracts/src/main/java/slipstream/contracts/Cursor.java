package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Duration;
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
 * @param location of the source when it was read; another location starts from the beginning
 * @param fullFetch when it was last fetched without validators: some servers repeat one over
 *     changed content; null = never
 * @param identity what its items are told apart by, chosen once: url, guid or text; null = not yet
 * @param interval present time between two polls, adapted to how often it has news; null = none yet
 * @param pending addresses of articles found and not yet fetched, with the number of tries
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
    List<Long> gaps,
    @Nullable String location,
    @Nullable Instant fullFetch,
    @Nullable String identity,
    @Nullable Duration interval,
    Map<String, Integer> pending) {
  /** The order of {@code seen} and {@code pending} matters, so they are kept as they come. */
  public Cursor {
    field(source, "source");
    seen = seen == null ? Map.of() : seen;
    pending = pending == null ? Map.of() : pending;
    gaps = gaps == null ? List.of() : List.copyOf(gaps);
  }

  /** A source that was never polled. */
  public static Cursor start(String source) {
    return new Cursor(
        source, null, null, Map.of(), 0, null, false, null, null, null, null, 0, null, List.of(),
        null, null, null, null, Map.of());
  }
}
