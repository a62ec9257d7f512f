package slipstream.ingest;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import slipstream.ingest.article.Articles;
import slipstream.ingest.fetch.Answer;
import slipstream.ingest.fetch.FetchException;
import slipstream.ingest.fetch.FetchSettings;
import slipstream.ingest.fetch.Fetcher;
import slipstream.ingest.fetch.Fetcher.Validators;
import slipstream.ingest.fetch.Robots;

/** Fetches one page for a person who wants to see how it is read. */
public final class PageProbe {
  private static final long MAX_BYTES = 5L * 1024 * 1024;

  private PageProbe() {}

  /**
   * Reads a page as the workers would: robots.txt is asked, private networks are refused.
   *
   * @throws IOException when it cannot be fetched
   */
  public static Articles.Explained read(String address) throws IOException {
    URI uri = Urls.parse(address);
    if (uri == null) throw new IOException("no address: " + address);
    try (var fetcher = new Fetcher(FetchSettings.of(null, List.of(), 1))) {
      var robots = new Robots(fetcher);
      robots.check(uri);
      Answer answer = fetcher.get(uri, Validators.NONE, MAX_BYTES, robots::check);
      return Articles.explain(answer.body(), answer.charset(), answer.uri().toString());
    } catch (FetchException e) {
      throw new IOException(e.reason(), e);
    }
  }
}
