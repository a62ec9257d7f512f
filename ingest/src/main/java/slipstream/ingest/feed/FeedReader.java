package slipstream.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.ingest.CursorDraft;
import slipstream.ingest.Harvest;
import slipstream.ingest.Outcome;
import slipstream.ingest.SourceReader;
import slipstream.ingest.Urls;
import slipstream.ingest.fetch.Answer;
import slipstream.ingest.fetch.FetchException;
import slipstream.ingest.fetch.Fetcher;
import slipstream.ingest.fetch.Fetcher.Validators;
import slipstream.ingest.fetch.PollPlan;
import slipstream.ingest.fetch.Robots;

/** Polls a feed: asks only for what changed, and gives what was not there before. */
public final class FeedReader implements SourceReader {
  private static final long MAX_BYTES = 15L * 1024 * 1024;
  private static final Duration USUAL = Duration.ofMinutes(30);

  /** Some servers repeat a validator over changed content: once a day we ask without. */
  private static final Duration UNCONDITIONAL = Duration.ofDays(1);

  private final Fetcher fetcher;
  private final Robots robots;
  private final Duration pace;
  private final Supplier<Instant> now;

  /**
   * @param pace between two requests to one domain
   * @param now clock that publication dates are judged by
   */
  public FeedReader(Fetcher fetcher, Robots robots, Duration pace, Supplier<Instant> now) {
    this.fetcher = fetcher;
    this.robots = robots;
    this.pace = pace;
    this.now = now;
  }

  @Override
  public Harvest read(Source source, Cursor stored) {
    Instant at = Instant.now();
    Cursor cursor = moved(source, stored) ? Cursor.start(source.id()) : stored;
    URI uri = Urls.parse(source.location());
    if (uri == null) return refused(source, cursor, "no address: " + source.location());
    try {
      boolean known = robots.knows(uri);
      robots.check(uri);
      // One request a turn: the feed itself comes a pace after its robots.txt.
      if (!known) return Harvest.empty(cursor, Outcome.NONE, Duration.ZERO).withRest(rest(uri));
      boolean full = isFullDue(cursor, at);
      var validators =
          full ? Validators.NONE : new Validators(cursor.etag(), cursor.lastModified());
      Answer answer = fetcher.get(uri, validators, MAX_BYTES, robots::check);
      return harvest(source, cursor, answer, full, at).withRest(rest(uri));
    } catch (FetchException e) {
      return failed(source, cursor, e, at).withRest(rest(uri));
    }
  }

  private Harvest harvest(Source source, Cursor cursor, Answer answer, boolean full, Instant at) {
    var draft = new CursorDraft(cursor);
    draft.location = source.location();
    if (full) draft.fullFetch = at;
    if (answer.isNotModified()) {
      draft.interval = PollPlan.adapt(source.interval(), cursor.interval(), 1);
      return done(draft, answer, null, at, Outcome.NOT_MODIFIED, FeedItems.NOTHING);
    }
    try {
      Feed feed = FeedParser.parse(answer.body(), answer.contentType(), answer.uri().toString());
      var items = FeedItems.of(source, cursor, feed, now.get());
      draft.etag = answer.etag();
      draft.lastModified = answer.lastModified();
      draft.seen = items.seen();
      draft.identity = items.identity().label();
      draft.gaps = items.gaps();
      draft.newestItem = items.newest();
      draft.interval = PollPlan.adapt(source.interval(), cursor.interval(), items.knownShare());
      return done(draft, answer, feed.ttl(), at, Outcome.OK, items);
    } catch (FeedException e) {
      var draftFailed = draft.failed(at, e.reason());
      Duration pause = PollPlan.afterFailure(interval(source, cursor), draftFailed.failures, null);
      draftFailed.nextPoll = at.plus(pause);
      return Harvest.empty(draftFailed.cursor(), Outcome.PARSE_ERROR, pause);
    }
  }

  private static Harvest done(
      CursorDraft draft,
      Answer answer,
      @org.jspecify.annotations.Nullable Duration ttl,
      Instant at,
      Outcome outcome,
      FeedItems items) {
    draft.succeeded(at);
    Duration interval = draft.interval == null ? USUAL : draft.interval;
    Duration pause = PollPlan.next(interval, ttl, answer.maxAge(), answer.retryAfter());
    draft.nextPoll = at.plus(pause);
    return new Harvest(
        items.fresh(),
        draft.cursor(),
        outcome,
        pause,
        Duration.ZERO,
        items.duplicates(),
        items.rejected(),
        answer.body().length);
  }

  private Harvest failed(Source source, Cursor cursor, FetchException e, Instant at) {
    if (e.outcome() == Outcome.REFUSED) return refused(source, cursor, e.reason());
    var draft = new CursorDraft(cursor).failed(at, e.reason());
    draft.location = source.location();
    Duration pause =
        PollPlan.afterFailure(interval(source, cursor), draft.failures, e.retryAfter());
    draft.nextPoll = at.plus(pause);
    return Harvest.empty(draft.cursor(), e.outcome(), pause);
  }

  /** Settings forbid it, so a restart with others tries at once: no next poll is kept. */
  private static Harvest refused(Source source, Cursor cursor, String reason) {
    var draft = new CursorDraft(cursor);
    draft.lastPoll = Instant.now();
    draft.lastError = reason;
    draft.nextPoll = null;
    return Harvest.empty(draft.cursor(), Outcome.REFUSED, interval(source, cursor));
  }

  private static Duration interval(Source source, Cursor cursor) {
    if (source.interval() != null) return source.interval();
    return cursor.interval() == null ? USUAL : cursor.interval();
  }

  private static boolean isFullDue(Cursor cursor, Instant at) {
    return cursor.fullFetch() == null || cursor.fullFetch().plus(UNCONDITIONAL).isBefore(at);
  }

  private static boolean moved(Source source, Cursor cursor) {
    return cursor.location() != null && !Objects.equals(cursor.location(), source.location());
  }

  private Duration rest(URI uri) {
    Duration asked = robots.delay(uri);
    return asked.compareTo(pace) > 0 ? asked : pace;
  }
}
