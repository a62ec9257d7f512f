package slipstream.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.ingest.CursorDraft;
import slipstream.ingest.Harvest;
import slipstream.ingest.Outcome;
import slipstream.ingest.Refusal;
import slipstream.ingest.SourceReader;
import slipstream.ingest.Urls;
import slipstream.ingest.Walls;
import slipstream.ingest.article.Articles;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.fetch.Answer;
import slipstream.ingest.fetch.FetchException;
import slipstream.ingest.fetch.Fetcher;
import slipstream.ingest.fetch.Fetcher.Validators;
import slipstream.ingest.fetch.PollPlan;
import slipstream.ingest.fetch.Robots;

/**
 * Polls a source on the web, one request a turn: its robots.txt where that is not known, then an
 * article found earlier, else the list itself, asked for only if it changed.
 */
public final class WebReader implements SourceReader {
  static final long MAX_BYTES = 15L * 1024 * 1024;
  private static final Duration USUAL = Duration.ofMinutes(30);

  /** Some servers repeat a validator over changed content: once a day we ask without. */
  private static final Duration UNCONDITIONAL = Duration.ofDays(1);

  private final ListForm form;
  private final Fetcher fetcher;
  private final Robots robots;
  private final Duration pace;
  private final Supplier<Instant> now;
  private final PendingTurn pending;

  /**
   * @param form how the answers of this kind of source are read
   * @param pace between two requests to one domain
   * @param now clock that publication dates are judged by
   */
  public WebReader(
      ListForm form, Fetcher fetcher, Robots robots, Duration pace, Supplier<Instant> now) {
    this.form = form;
    this.fetcher = fetcher;
    this.robots = robots;
    this.pace = pace;
    this.now = now;
    this.pending = new PendingTurn(form, fetcher, robots, now);
  }

  @Override
  public Harvest read(Source source, Cursor stored) {
    Cursor cursor = moved(source, stored) ? Cursor.start(source.id()) : stored;
    URI uri = Urls.parse(source.location());
    if (uri == null) return refused(source, cursor, "no address: " + source.location());
    return turn(source, cursor, uri).withRest(rest(uri));
  }

  private Harvest turn(Source source, Cursor cursor, URI uri) {
    Instant at = Instant.now();
    try {
      boolean known = robots.knows(uri);
      robots.check(uri);
      if (!known) return Harvest.empty(cursor, Outcome.NONE, Duration.ZERO);
      if (!cursor.pending().isEmpty()) return pending.read(source, cursor, untilDue(cursor, at));
      boolean full = isFullDue(cursor, at);
      var validators =
          full ? Validators.NONE : new Validators(cursor.etag(), cursor.lastModified());
      Answer answer = fetcher.get(uri, validators, MAX_BYTES, robots::check);
      return harvest(source, cursor, answer, full, at);
    } catch (FetchException e) {
      return failed(source, cursor, e, at);
    }
  }

  private Harvest harvest(Source source, Cursor cursor, Answer answer, boolean full, Instant at) {
    var draft = new CursorDraft(cursor).succeeded(at);
    draft.location = source.location();
    if (full) draft.fullFetch = at;
    if (answer.isNotModified()) return notModified(source, cursor, draft, answer);
    try {
      Listing listing = form.parse(answer, source);
      var findings = Findings.of(source, cursor, listing, now.get());
      return harvest(source, draft, answer, listing.feed().ttl(), findings);
    } catch (FeedException e) {
      return misread(source, cursor, answer, e, at);
    }
  }

  private static Harvest notModified(
      Source source, Cursor cursor, CursorDraft draft, Answer answer) {
    draft.interval = PollPlan.adapt(source.interval(), cursor.interval(), 1);
    Duration pause = schedule(draft, answer, null);
    return Harvest.empty(draft.cursor(), Outcome.NOT_MODIFIED, pause);
  }

  private static Harvest harvest(
      Source source, CursorDraft draft, Answer answer, @Nullable Duration ttl, Findings findings) {
    findings.into(draft);
    draft.etag = findings.hasMore() ? null : answer.etag();
    draft.lastModified = findings.hasMore() ? null : answer.lastModified();
    draft.interval = PollPlan.adapt(source.interval(), draft.interval, findings.knownShare());
    Duration pause = schedule(draft, answer, ttl);
    if (findings.hasMore()) draft.nextPoll = draft.lastPoll;
    return new Harvest(
            findings.fresh(),
            draft.cursor(),
            Outcome.OK,
            draft.pending.isEmpty() ? pause : Duration.ZERO,
            answer.body().length)
        .withDuplicates(findings.duplicates())
        .withRejected(findings.rejected());
  }

  private static Duration schedule(CursorDraft draft, Answer answer, @Nullable Duration ttl) {
    Duration interval = draft.interval == null ? USUAL : draft.interval;
    Duration pause = PollPlan.next(interval, ttl, answer.maxAge(), answer.retryAfter());
    draft.nextPoll = Instant.now().plus(pause);
    return pause;
  }

  /** What is no list may be a wall, at its address or another. */
  private static Harvest misread(
      Source source, Cursor cursor, Answer answer, FeedException e, Instant at) {
    Refusal wall = Refusal.ofRedirect(URI.create(source.location()), answer.uri());
    if (wall == null) wall = Walls.of(Articles.read(answer.body(), answer.charset(), null));
    String where = wall == null ? "" : " (" + wall.label() + " at " + answer.uri().getHost() + ")";
    var draft = new CursorDraft(cursor).failed(at, e.reason() + where);
    draft.location = source.location();
    Harvest failed = failed(source, cursor, draft, Outcome.PARSE_ERROR, null);
    return wall == null ? failed : failed.withRefusal(wall);
  }

  private static Harvest failed(Source source, Cursor cursor, FetchException e, Instant at) {
    if (e.outcome() == Outcome.REFUSED) return refused(source, cursor, e.reason());
    var draft = new CursorDraft(cursor).failed(at, e.reason());
    draft.location = source.location();
    return failed(source, cursor, draft, e.outcome(), e.retryAfter());
  }

  private static Harvest failed(
      Source source,
      Cursor cursor,
      CursorDraft draft,
      Outcome outcome,
      @Nullable Duration retryAfter) {
    Duration pause = PollPlan.afterFailure(interval(source, cursor), draft.failures, retryAfter);
    draft.nextPoll = Instant.now().plus(pause);
    return Harvest.empty(draft.cursor(), outcome, pause);
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

  private static Duration untilDue(Cursor cursor, Instant at) {
    if (cursor.nextPoll() == null || cursor.nextPoll().isBefore(at)) return Duration.ZERO;
    return Duration.between(at, cursor.nextPoll());
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
