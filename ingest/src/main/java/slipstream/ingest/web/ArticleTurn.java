package slipstream.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
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
import slipstream.ingest.Urls;
import slipstream.ingest.article.Article;
import slipstream.ingest.article.Articles;
import slipstream.ingest.fetch.Answer;
import slipstream.ingest.fetch.FetchException;
import slipstream.ingest.fetch.Fetcher;
import slipstream.ingest.fetch.Fetcher.Validators;
import slipstream.ingest.fetch.Robots;

/** Fetches the first of the articles that a list named, and takes it off the cursor's waiting. */
final class ArticleTurn {
  private static final Logger log = LoggerFactory.getLogger(ArticleTurn.class);
  private static final long MAX_BYTES = 5L * 1024 * 1024;
  private static final int TRIES = 3;
  private static final String DISMISSED = "-";

  private final Fetcher fetcher;
  private final Robots robots;
  private final Supplier<Instant> now;

  ArticleTurn(Fetcher fetcher, Robots robots, Supplier<Instant> now) {
    this.fetcher = fetcher;
    this.robots = robots;
    this.now = now;
  }

  /**
   * Fetches one article.
   *
   * @param untilList time until the list itself is due again
   */
  Harvest read(Source source, Cursor cursor, Duration untilList) {
    String link = cursor.pending().keySet().iterator().next();
    int tries = cursor.pending().getOrDefault(link, 0);
    var draft = new CursorDraft(cursor);
    draft.pending = new LinkedHashMap<>(cursor.pending());
    draft.pending.remove(link);
    try {
      URI uri = Urls.parse(link);
      if (uri == null) return done(draft, List.of(), 1, 0, untilList, Outcome.OK);
      robots.check(uri);
      Answer answer = fetcher.get(uri, Validators.NONE, MAX_BYTES, robots::check);
      return taken(source, draft, link, answer, untilList);
    } catch (FetchException e) {
      boolean again = tries + 1 < TRIES && isPassing(e.outcome());
      if (again) {
        draft.pending.put(link, tries + 1);
      } else {
        dismiss(draft, link);
      }
      log.debug("source {}: {}: {}", source.id(), link, e.reason());
      return done(draft, List.of(), again ? 0 : 1, 0, untilList, e.outcome());
    }
  }

  private Harvest taken(
      Source source, CursorDraft draft, String link, Answer answer, Duration untilList) {
    Article article = Articles.read(answer.body(), answer.charset(), answer.uri().toString());
    NewsItem item = article.refusal() == null ? item(source, link, article) : null;
    if (item == null) {
      log.debug("source {}: {}: {}", source.id(), link, article.refusal());
      dismiss(draft, link);
      return done(draft, List.of(), 1, answer.body().length, untilList, Outcome.OK);
    }
    var seen = new LinkedHashMap<>(draft.seen);
    seen.put(item.id(), item.version());
    draft.seen = seen;
    if (item.published() != null) newest(draft, item.published().at());
    return done(draft, List.of(item), 0, answer.body().length, untilList, Outcome.OK);
  }

  /** Remembered as seen, so that the list does not bring it up again. */
  private static void dismiss(CursorDraft draft, String link) {
    draft.seen = new LinkedHashMap<>(draft.seen);
    draft.seen.put(Items.idOfUrl(link), DISMISSED);
  }

  private static void newest(CursorDraft draft, Instant at) {
    if (draft.newestItem == null || at.isAfter(draft.newestItem)) draft.newestItem = at;
  }

  /** The item keeps the address that the list gave: it is what it was told apart by. */
  private @Nullable NewsItem item(Source source, String link, Article article) {
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

  private static boolean isPassing(Outcome outcome) {
    return outcome != Outcome.CLIENT_ERROR
        && outcome != Outcome.ROBOTS_DENIED
        && outcome != Outcome.REFUSED;
  }

  private static Harvest done(
      CursorDraft draft,
      List<NewsItem> items,
      int rejected,
      long bytes,
      Duration untilList,
      Outcome outcome) {
    Duration pause = draft.pending.isEmpty() ? untilList : Duration.ZERO;
    return new Harvest(items, draft.cursor(), outcome, pause, Duration.ZERO, 0, rejected, bytes);
  }
}
