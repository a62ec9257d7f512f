package slipstream.ingest.article;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final String DATE =
      "(?:19|20)\\d\\d-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?"
          + "|\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|\\p{L}{3,10})\\s?(?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th)?"
          + " (?:de )?\\p{L}{3,10}\\.?,? (?:de )?(?:19|20)\\d\\d|\\p{L}{3,10}\\.?"
          + " \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d"
          + "|(?:1[3-9]|2\\d|3[01])/\\d{1,2}/(?:19|20)\\d\\d|\\d{1,2}/(?:1[3-9]|2\\d|3[01])/(?:19|20)\\d\\d"
          + "|(?:19|20)\\d\\d[/.年]\\s?\\d{1,2}[/.月]\\s?\\d{1,2}日?";

  private static final Pattern PRINTED = Pattern.compile(DATE);

  /** A date that says what it is the date of. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?i)(?=[PDEV])(?<!\\p{L})(?:published|posted|date|erschienen|veröffentlicht|publié|publicado|pubblicato|opublikowano)(?:"
              + " on| am| le| el| il)?\\s?:?\\s{0,3}("
              + DATE
              + ")");

  /** Parts of the class or the id of an element that says when. */
  private static final List<String> DATED =
      List.of("date", "publish", "time", "posted", "meta", "byline", "info");

  private static final List<String> DATED_ID = DATED.subList(0, 2);

  private static final Pattern DAY_FIRST = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");
  private static final int DAY = 10;
  private static final int MAX_LABEL = 200;
  private static final int HEAD = 3_000;
  private static final int ABOVE = 300;

  /**
   * A date that was found.
   *
   * @param day in the zone of the page, which need not be the day in UTC
   */
  record Dated(Publication publication, LocalDate day) {}

  private PageDate() {}

  /**
   * Finds the date.
   *
   * @param metas what the meta elements say, by name in lower case
   * @param linked the date in linked data; null = none
   * @param title the headline; null = none was found
   */
  static @Nullable Dated of(
      Document page,
      Map<String, String> metas,
      @Nullable String linked,
      @Nullable String url,
      @Nullable String title) {
    Dated found = dated(linked, Provenance.JSON_LD);
    if (found == null) found = fromMeta(metas);
    if (found == null) found = fromLabels(page);
    if (found == null && url != null) found = fromAddress(url);
    return found == null ? fromText(page.body().text(), title) : found;
  }

  private static @Nullable Dated dated(@Nullable String text, Provenance provenance) {
    if (text == null || text.isBlank()) return null;
    var publication = FeedDates.publication(text, provenance);
    LocalDate day = FeedDates.day(text);
    if (publication != null && day != null) return new Dated(publication, day);
    // The time may be written wrongly where the day is plain.
    boolean plain = DAY_FIRST.matcher(text.strip()).matches();
    return plain ? dated(text.strip().substring(0, DAY), provenance) : null;
  }

  private static @Nullable Dated fromMeta(Map<String, String> metas) {
    for (String name : META) {
      var found = dated(metas.get(name.toLowerCase(Locale.ROOT)), Provenance.META);
      if (found != null) return found;
    }
    return null;
  }

  /** Elements that say that they are a date; the first in the page is the article's. */
  private static @Nullable Dated fromLabels(Document page) {
    var known = new HashMap<String, Boolean>();
    for (var elements = page.stream().iterator(); elements.hasNext(); ) {
      Element element = elements.next();
      Dated found = isLabel(element, known) ? fromLabel(element) : null;
      if (found != null) return found;
    }
    return null;
  }

  /** True when it says that it tells when, by its kind or name; remembers what classes said. */
  private static boolean isLabel(Element element, Map<String, Boolean> known) {
    if (element.normalName().equals("time")) return true;
    if (element.attributesSize() == 0) return false;
    return known.computeIfAbsent(element.className(), name -> names(name, DATED))
        || names(element.id(), DATED_ID)
        || element.attr("itemprop").strip().equalsIgnoreCase("datePublished");
  }

  private static boolean names(String name, List<String> parts) {
    if (name.isEmpty()) return false;
    String lower = name.toLowerCase(Locale.ROOT);
    for (String part : parts) if (lower.contains(part)) return true;
    return false;
  }

  private static @Nullable Dated fromLabel(Element label) {
    var found = dated(label.attr("datetime"), Provenance.TEXT);
    if (found == null) found = dated(label.attr("content"), Provenance.TEXT);
    if (found != null) return found;
    String text = label.text();
    return text.length() < MAX_LABEL ? printed(text) : null;
  }

  private static @Nullable Dated fromAddress(String url) {
    Matcher m = ADDRESS.matcher(url);
    if (!m.find()) return null;
    return dated(m.group(1) + "-" + m.group(2) + "-" + m.group(3), Provenance.URL);
  }

  /** A date that says that it is one; else the first after the headline, or just above it. */
  private static @Nullable Dated fromText(String text, @Nullable String title) {
    Matcher m = LABELLED.matcher(text);
    var found = m.find() ? dated(m.group(1), Provenance.TEXT) : null;
    if (found != null) return found;
    int from = title == null ? 0 : Math.max(0, text.indexOf(title));
    found = printed(text.substring(from, Math.min(text.length(), from + HEAD)));
    return found == null ? printed(text.substring(Math.max(0, from - ABOVE), from)) : found;
  }

  private static @Nullable Dated printed(String text) {
    if (!text.contains("20") && !text.contains("19")) return null;
    Matcher m = PRINTED.matcher(text);
    while (m.find()) {
      var found = dated(m.group(), Provenance.TEXT);
      if (found != null) return found;
    }
    return null;
  }
}
