package slipstream.ingest.web;

import java.util.ArrayList;
import java.util.Comparator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.config.Source;
import slipstream.ingest.feed.Feed;
import slipstream.ingest.feed.FeedEntry;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.feed.FeedText;
import slipstream.ingest.fetch.Answer;

/** An XML sitemap: addresses with a date, and with the news extension also a title. */
final class SitemapForm {
  private static final int MAX_ENTRIES = 1_000;

  private SitemapForm() {}

  static Feed parse(Answer answer, Source source) throws FeedException {
    String text = FeedText.decode(answer.body(), answer.contentType());
    Document document = Jsoup.parse(text, answer.uri().toString(), Parser.xmlParser());
    if (document.selectFirst("sitemapindex") != null) {
      throw new FeedException("a sitemap index: name one of its sitemaps");
    }
    if (document.selectFirst("urlset") == null) throw new FeedException("no sitemap");
    String pattern = source.select().getOrDefault("pattern", "");
    var entries = new ArrayList<FeedEntry>();
    for (Element url : document.select("urlset > url")) {
      String loc = text(url, "loc");
      if (loc != null && loc.matches(".*" + pattern + ".*")) entries.add(entry(url, loc));
    }
    entries.sort(Comparator.comparing(SitemapForm::date).reversed());
    return Feeds.of(entries.subList(0, Math.min(MAX_ENTRIES, entries.size())));
  }

  private static FeedEntry entry(Element url, String loc) {
    String published = text(url, "news|publication_date");
    return new FeedEntry(
        text(url, "news|title"), loc, loc, published, text(url, "lastmod"), null, null, null);
  }

  private static String date(FeedEntry entry) {
    if (entry.published() != null) return entry.published();
    return entry.updated() == null ? "" : entry.updated();
  }

  private static @Nullable String text(Element parent, String query) {
    Element element = parent.selectFirst(query);
    return element == null || element.text().isBlank() ? null : element.text().strip();
  }
}
