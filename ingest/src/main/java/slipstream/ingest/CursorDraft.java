package slipstream.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;

/** The next state of a cursor while it is being worked out; starts as a copy of the present one. */
public final class CursorDraft {
  private static final int MOST_GAPS = 20;

  private final String source;
  public @Nullable String etag;
  public @Nullable String lastModified;
  public Map<String, String> seen;
  public long position;
  public @Nullable Long total;
  public boolean exhausted;
  public @Nullable Instant lastPoll;
  public @Nullable Instant lastSuccess;
  public @Nullable Instant newestItem;
  public @Nullable Instant nextPoll;
  public int failures;
  public @Nullable String lastError;
  public List<Long> gaps;
  public @Nullable String location;
  public @Nullable Instant fullFetch;
  public @Nullable String identity;
  public @Nullable Duration interval;
  public Map<String, Integer> pending;

  public CursorDraft(Cursor from) {
    source = from.source();
    etag = from.etag();
    lastModified = from.lastModified();
    seen = from.seen();
    position = from.position();
    total = from.total();
    exhausted = from.exhausted();
    lastPoll = from.lastPoll();
    lastSuccess = from.lastSuccess();
    newestItem = from.newestItem();
    nextPoll = from.nextPoll();
    failures = from.failures();
    lastError = from.lastError();
    gaps = from.gaps();
    location = from.location();
    fullFetch = from.fullFetch();
    identity = from.identity();
    interval = from.interval();
    pending = from.pending();
  }

  /** Notes a poll that succeeded. */
  public CursorDraft succeeded(Instant at) {
    lastPoll = at;
    lastSuccess = at;
    failures = 0;
    lastError = null;
    return this;
  }

  /** Notes a poll that failed. */
  public CursorDraft failed(Instant at, String reason) {
    lastPoll = at;
    failures++;
    lastError = reason;
    return this;
  }

  /** Notes when new items were published: the newest, and the gaps from one to the next. */
  public void published(Stream<Instant> times) {
    Instant before = newestItem;
    var all = new ArrayList<>(gaps);
    for (Instant at :
        times.filter(t -> before == null || t.isAfter(before)).sorted().distinct().toList()) {
      if (newestItem != null) all.add(Duration.between(newestItem, at).toSeconds());
      newestItem = at;
    }
    gaps = all.subList(Math.max(0, all.size() - MOST_GAPS), all.size());
  }

  public Cursor cursor() {
    return new Cursor(
        source,
        etag,
        lastModified,
        seen,
        position,
        total,
        exhausted,
        lastPoll,
        lastSuccess,
        newestItem,
        nextPoll,
        failures,
        lastError,
        gaps,
        location,
        fullFetch,
        identity,
        interval,
        pending);
  }
}
