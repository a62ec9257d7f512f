package slipstream.ingest.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import slipstream.contracts.config.Source;
import slipstream.ingest.Refusal;
import slipstream.ingest.Urls;
import slipstream.ingest.Walls;
import slipstream.ingest.feed.FeedEntry;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.fetch.Answer;

/**
 * An HTML page that lists articles: {@code select.links} picks the links (a CSS selector, all by
 * default), {@code select.pattern} the addresses (a regular expression).
 */
final class PageForm {
  private PageForm() {}

  static Listing parse(Answer answer, Source source) throws FeedException {
    try {
      String base = answer.uri().toString();
      Document page = Jsoup.parse(new ByteArrayInputStream(answer.body()), answer.charset(), base);
      if (isWall(page, answer, source)) throw new FeedException("no list: " + page.title());
      Pattern pattern = Pattern.compile(source.select().getOrDefault("pattern", ""));
      var entries = new LinkedHashMap<String, FeedEntry>();
      for (Element link : page.select(source.select().getOrDefault("links", "a[href]"))) {
        String address = link.absUrl("href");
        int fragment = address.indexOf('#');
        String url = fragment < 0 ? address : address.substring(0, fragment);
        if (isWanted(url, base, pattern)) {
          entries.putIfAbsent(
              url, new FeedEntry(link.text(), url, url, null, null, null, null, null));
        }
      }
      return Listing.of(List.copyOf(entries.values()));
    } catch (IOException | SelectorParseException | PatternSyntaxException e) {
      throw new FeedException("cannot list links: " + e.getMessage());
    }
  }

  /** Its links are no articles. */
  private static boolean isWall(Document page, Answer answer, Source source) {
    Refusal led = Refusal.ofRedirect(URI.create(source.location()), answer.uri());
    return led == Refusal.LOGIN || led == Refusal.CONSENT || Walls.of(page.title()) != null;
  }

  private static boolean isWanted(String url, String base, Pattern pattern) {
    String host = Urls.host(url);
    boolean same = host != null && host.equals(Urls.host(base));
    return same && !Urls.canonical(url).equals(Urls.canonical(base)) && pattern.matcher(url).find();
  }
}
