package slipstream.ingest.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.ingest.feed.FeedDates;

/** The publication date of a page, from the witness that deserves most trust. */
final class PageDate {
  private static final List<String> META =
      List.of(
          "article:published_time",
          "og:published_time",
          "datePublished",
          "article.published",
          "parsely-pub-date",
          "sailthru.date",
          "publish-date",
          "publish_date",
          "publication_date",
          "publishdate",
          "pubdate",
          "pub_date",
          "article_date_original",
          "dc.date.issued",
          "dc.date.created",
          "dcterms.created",
          "dcterms.issued",
          "citation_publication_date",
          "citation_date",
          "dc.date",
          "dcterms.date",
          "cxenseparse:recs:publishtime",
          "rnews:datepublished",
          "date",
          "timestamp",
          "dateCreated");

  /** A year, month and day in an address. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "/((?:19|20)\\d\\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\\d|3[01])(?:[/-]|$)");

  /** A date as pages print it: by numbers, or with the name of the month. */
  private static final Pattern PRINTED =
      Pattern.compile(
          "(?:19|20)\\d\\d-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?"
              + "|\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|\\p{L}{3,10})\\s?(?:19|20)\\d\\d"
              + "|\\d{1,2}(?:st|nd|rd|th)? (?:de )?\\p{L}{3,10}\\.?,? (?:de )?(?:19|20)\\d\\d"
              + "|\\p{L}{3,10}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d"
              + "|(?:1[3-9]|2\\d|3[01])/\\d{1,2}/(?:19|20)\\d\\d|\\d{1,2}/(?:1[3-9]|2\\d|3[01])/(?:19|20)\\d\\d"
              + "|(?:19|20)\\d\\d[/.年]\\s?\\d{1,2}[/.月]\\s?\\d{1,2}日?");

  private static final String DATED =
      "time,[itemprop=datePublished],[class~=(?i)(date|time|publish|posted|meta|byline|info)],"
          + "[id~=(?i)(date|publish)]";

  private static final int MAX_LABEL = 200;
  private static final int HEAD = 3_000;

  private PageDate() {}

  /**
   * Finds the date.
   *
   * @param linked the date in linked data; null = none
   */
  static @Nullable Publication of(Document page, @Nullable String linked, @Nullable String url) {
    Publication found = FeedDates.publication(linked, Provenance.JSON_LD);
    if (found == null) found = fromMeta(page);
    if (found == null) found = fromLabels(page);
    if (found == null && url != null) found = fromAddress(url);
    return found == null ? fromHead(page) : found;
  }

  private static @Nullable Publication fromMeta(Document page) {
    for (String name : META) {
      var found = FeedDates.publication(PageFacts.meta(page, name), Provenance.META);
      if (found != null) return found;
    }
    return null;
  }

  /** Elements that say that they are a date; the first in the page is the article's. */
  private static @Nullable Publication fromLabels(Document page) {
    for (Element label : page.select(DATED)) {
      var found = FeedDates.publication(label.attr("datetime"), Provenance.TEXT);
      if (found == null) found = FeedDates.publication(label.attr("content"), Provenance.TEXT);
      if (found == null && label.text().length() < MAX_LABEL) found = printed(label.text());
      if (found != null) return found;
    }
    return null;
  }

  private static @Nullable Publication fromAddress(String url) {
    Matcher m = ADDRESS.matcher(url);
    if (!m.find()) return null;
    return FeedDates.publication(m.group(1) + "-" + m.group(2) + "-" + m.group(3), Provenance.URL);
  }

  /** The first date printed after the headline. */
  private static @Nullable Publication fromHead(Document page) {
    String text = page.body().text();
    Element heading = page.selectFirst("h1");
    int from = heading == null ? 0 : Math.max(0, text.indexOf(heading.text()));
    return printed(text.substring(from, Math.min(text.length(), from + HEAD)));
  }

  private static @Nullable Publication printed(String text) {
    Matcher m = PRINTED.matcher(text);
    while (m.find()) {
      var found = FeedDates.publication(m.group(), Provenance.TEXT);
      if (found != null) return found;
    }
    return null;
  }
}
