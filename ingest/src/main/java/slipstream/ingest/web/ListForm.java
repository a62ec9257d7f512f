package slipstream.ingest.web;

import slipstream.contracts.config.Source;
import slipstream.ingest.feed.Feed;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.feed.FeedParser;
import slipstream.ingest.fetch.Answer;

/** How the answers of one kind of source become a list of entries. */
@FunctionalInterface
public interface ListForm {
  /** RSS, Atom and the like. */
  ListForm FEED =
      (answer, source) -> {
        String url = answer.uri().toString();
        Feed feed = FeedParser.parse(answer.body(), answer.contentType(), url);
        boolean past = Boolean.parseBoolean(source.select().getOrDefault("history", "false"));
        return Listing.of(feed, past ? feed.next() : null);
      };

  /** XML sitemaps, with the news extension. */
  ListForm SITEMAP = SitemapForm::parse;

  /** HTML pages that list articles. */
  ListForm PAGE = PageForm::parse;

  /** JSON by paths. */
  ListForm API = ApiForm::parse;

  /**
   * Reads an answer.
   *
   * @throws FeedException when it is not of this form
   */
  Listing parse(Answer answer, Source source) throws FeedException;
}
