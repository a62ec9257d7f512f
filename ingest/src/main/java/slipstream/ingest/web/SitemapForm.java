package slipstream.ingest.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.config.Source;
import slipstream.ingest.feed.FeedEntry;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.feed.FeedText;
import slipstream.ingest.fetch.Answer;

/**
 * An XML sitemap: addresses with a date, and with the news extension also a title; or an index of
 * sitemaps. {@code select.pattern} picks addresses, {@code select.sitemaps} sitemaps of an index.
 */
final class SitemapForm {
  /** The newest of one sitemap: more than a news site publishes in months. */
  static final int MAX_ENTRIES = 2_000;

  private static final int MAX_BYTES = 15 * 1024 * 1024;

  private SitemapForm() {}

  static Listing parse(Answer answer, Source source) throws FeedException {
    String text = FeedText.decode(unpacked(answer.body()), answer.contentType());
    Document document = Jsoup.parse(text, answer.uri().toString(), Parser.xmlParser());
    if (document.selectFirst("sitemapindex") != null) {
      var wanted = pattern(source, "sitemaps");
      return Listing.of(
          List.of(),
          newest(document.select("sitemapindex > sitemap"), wanted).stream()
              .map(
                  e ->
                      new Listing.Document(
                          String.valueOf(e.link()), e.updated() == null ? "" : e.updated()))
              .toList());
    }
    if (document.selectFirst("urlset") == null) throw new FeedException("no sitemap");
    return Listing.of(newest(document.select("urlset > url"), pattern(source, "pattern")));
  }

  private static List<FeedEntry> newest(List<Element> elements, Pattern wanted) {
    var entries = new ArrayList<FeedEntry>();
    for (Element element : elements) {
      String loc = text(element, "loc");
      if (loc != null && wanted.matcher(loc).find()) entries.add(entry(element, loc));
    }
    entries.sort(Comparator.comparing(SitemapForm::date).reversed());
    return entries.subList(0, Math.min(MAX_ENTRIES, entries.size()));
  }

  private static Pattern pattern(Source source, String key) throws FeedException {
    try {
      return Pattern.compile(source.select().getOrDefault(key, ""));
    } catch (PatternSyntaxException e) {
      throw new FeedException("select." + key + ": " + e.getDescription());
    }
  }

  /** Sitemaps are often sent as files that are packed, which no header says. */
  private static byte[] unpacked(byte[] body) throws FeedException {
    if (body.length < 2 || (body[0] & 0xff) != 0x1f || (body[1] & 0xff) != 0x8b) return body;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] text = in.readNBytes(MAX_BYTES + 1);
      if (text.length > MAX_BYTES) throw new FeedException("unpacks to more than 15 MiB");
      return text;
    } catch (IOException e) {
      throw new FeedException("broken gzip: " + e.getMessage());
    }
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
