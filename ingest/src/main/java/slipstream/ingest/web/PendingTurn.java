package slipstream.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;
import slipstream.contracts.config.Source;
import slipstream.ingest.CursorDraft;
import slipstream.ingest.Harvest;
import slipstream.ingest.Items;
import slipstream.ingest.Outcome;
import slipstream.ingest.Refusal;
import slipstream.ingest.Urls;
import slipstream.ingest.Walls;
import slipstream.ingest.article.Article;
import slipstream.ingest.article.Articles;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.fetch.Answer;
import slipstream.ingest.fetch.FetchException;
import slipstream.ingest.fetch.Fetcher;
import slipstream.ingest.fetch.Fetcher.Validators;
import slipstream.ingest.fetch.PollPlan;
import slipstream.ingest.fetch.Robots;

/**
 * Fetches the first of the addresses that wait in a cursor: an article that a list named, or a
 * further document of the source.
 */
final class PendingTurn {
  /** The version of what is no article. */
  static final String DISMISSED = "-";

  private static final Logger log = LoggerFactory.getLogger(PendingTurn.class);
  private static final long MAX_PAGE = 5L * 1024 * 1024;
  private static final int TRIES = 3;
  private static final Duration RETRY = Duration.ofMinutes(1);

  private final ListForm form;
  private final Fetcher fetcher;
  private final Robots robots;
  private final Supplier<Instant> now;

  PendingTurn(ListForm form, Fetcher fetcher, Robots robots, Supplier<Instant> now) {
    this.form = form;
    this.fetcher = fetcher;
    this.robots = robots;
    this.now = now;
  }

  /**
   * Fetches one address.
   *
   * @param untilList time until the list itself is due again
   */
  Harvest read(Source source, Cursor cursor, Duration untilList) {
    String link = cursor.pending().keySet().iterator().next();
    boolean document = cursor.seen().containsKey(Seen.documentKey(link));
    var turn = new Turn(source, cursor, link, document, untilList);
    URI uri = Urls.parse(link);
    if (uri == null) return turn.refused(Refusal.UNREACHABLE, 0);
    try {
      boolean known = robots.knows(uri);
      robots.check(uri);
      if (!known) return Harvest.empty(cursor, Outcome.NONE, Duration.ZERO);
      long most = document ? WebReader.MAX_BYTES : MAX_PAGE;
      Answer answer = fetcher.get(uri, Validators.NONE, most, robots::check);
      return document ? turn.document(answer) : turn.page(uri, answer);
    } catch (FetchException e) {
      return turn.failed(e);
    }
  }

  /** One address in hand. */
  private final class Turn {
    private final Source source;
    private final Cursor cursor;
    private final String link;
    private final boolean document;
    private final Duration untilList;
    private final CursorDraft draft;

    Turn(Source source, Cursor cursor, String link, boolean document, Duration untilList) {
      this.source = source;
      this.cursor = cursor;
      this.link = link;
      this.document = document;
      this.untilList = untilList;
      draft = new CursorDraft(cursor);
      draft.seen = new LinkedHashMap<>(cursor.seen());
      draft.pending = new LinkedHashMap<>(cursor.pending());
      draft.pending.remove(link);
    }

    Harvest page(URI asked, Answer answer) {
      Refusal wrong = Refusal.ofRedirect(asked, answer.uri());
      if (wrong == null) wrong = Refusal.ofType(answer.contentType());
      if (wrong != null) return refused(wrong, answer.body().length);
      Article article = Articles.read(answer.body(), answer.charset(), answer.uri().toString());
      Refusal wall = Walls.of(article);
      if (wall != null) return refused(wall, answer.body().length);
      NewsItem item = article.refusal() == null ? item(article) : null;
      if (item == null) return refused(Refusal.ofPage(article.refusal()), answer.body().length);
      Seen before = seen();
      draft.seen.put(item.id(), new Seen(item.version(), before.mark()).stored());
      if (item.version().equals(before.version())) {
        return done(List.of(), Outcome.OK, answer).withDuplicates(1);
      }
      draft.published(Stream.ofNullable(item.published()).map(p -> p.at()));
      return done(List.of(item), Outcome.OK, answer);
    }

    /** A document's entries, as if they stood in the list; it comes again while it holds more. */
    Harvest document(Answer answer) {
      try {
        var findings = Findings.of(source, cursor, form.parse(answer, source), now.get());
        findings.into(draft);
        if (findings.hasMore()) draft.pending.put(link, 0);
        return done(findings.fresh(), Outcome.OK, answer)
            .withDuplicates(findings.duplicates())
            .withRejected(findings.rejected());
      } catch (FeedException e) {
        log.warn("source {}: {}: {}", source.id(), link, e.reason());
        return done(List.of(), Outcome.PARSE_ERROR, answer);
      }
    }

    /** No item: remembered, so that the list does not bring it up again; a document it may. */
    Harvest refused(Refusal why, long bytes) {
      log.debug("source {}: {}: {}", source.id(), link, why);
      Seen before = seen();
      String version = before.version().isEmpty() ? DISMISSED : before.version();
      if (document) {
        draft.seen.remove(Seen.documentKey(link));
      } else {
        draft.seen.put(Items.idOfUrl(link), new Seen(version, before.mark()).stored());
      }
      return done(List.of(), Outcome.OK, bytes).withRefusal(why);
    }

    Harvest failed(FetchException e) {
      int tries = cursor.pending().getOrDefault(link, 0) + 1;
      log.debug("source {}: {}: {}", source.id(), link, e.reason());
      if (tries < TRIES && isPassing(e)) {
        draft.pending.put(link, tries);
        Duration wait = PollPlan.next(RETRY, e.retryAfter());
        return Harvest.empty(draft.cursor(), e.outcome(), wait);
      }
      Refusal status = Refusal.ofStatus(e.status());
      boolean kept = e.outcome() == Outcome.ROBOTS_DENIED || e.outcome() == Outcome.REFUSED;
      Refusal other = kept ? Refusal.NOT_ALLOWED : Refusal.UNREACHABLE;
      return refused(status == null ? other : status, 0).withOutcome(e.outcome());
    }

    private Harvest done(List<NewsItem> items, Outcome outcome, Answer answer) {
      return new Harvest(items, draft.cursor(), outcome, pause(), answer.body().length);
    }

    private Harvest done(List<NewsItem> items, Outcome outcome, long bytes) {
      return new Harvest(items, draft.cursor(), outcome, pause(), bytes);
    }

    private Duration pause() {
      return draft.pending.isEmpty() ? untilList : Duration.ZERO;
    }

    private Seen seen() {
      Seen seen = Seen.of(cursor.seen().get(Items.idOfUrl(link)));
      return seen == null ? new Seen("", "") : seen;
    }

    /** The item keeps the address that the list gave: it is what it was told apart by. */
    private @Nullable NewsItem item(Article article) {
      if (article.title() == null) return null;
      String title = Items.cleanTitle(article.title());
      String text = Items.clean(article.text());
      var published = Items.plausible(article.published(), now.get());
      String outlet = source.outlet() == null ? article.outlet() : source.outlet();
      return new NewsItem(
          Items.idOfUrl(link),
          Items.version(title, text, published),
          source.id(),
          outlet == null ? source.id() : outlet,
          source.tier(),
          link,
          title,
          text,
          source.language() == null ? article.language() : source.language(),
          article.author(),
          published,
          source.sample());
    }
  }

  private static boolean isPassing(FetchException e) {
    return switch (e.outcome()) {
      case CLIENT_ERROR, ROBOTS_DENIED, REFUSED, PARSE_ERROR -> false;
      default -> true;
    };
  }
}
