package slipstream.ingest.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.contracts.kafka.Json;
import slipstream.ingest.Items;
import slipstream.ingest.Refusal;
import slipstream.ingest.Walls;
import slipstream.ingest.article.Article;
import slipstream.ingest.article.Articles;
import slipstream.ingest.article.PlainText;

/** Makes items of what stands in an archive. */
final class EntryReader {
  private final Source source;
  private final Instant now;

  EntryReader(Source source, Instant now) {
    this.source = source;
    this.now = now;
  }

  /** The item of a line of JSON. */
  NewsItem line(String json) throws BadEntryException {
    try {
      return item(Json.MAPPER.readValue(json, ArchiveEntry.class));
    } catch (JacksonException e) {
      throw new BadEntryException(Json.reason(e));
    }
  }

  /** The items of a file: one of a text or page, any number of a .json file. */
  List<NewsItem> document(String name, byte[] content, Sidecar sidecar) throws BadEntryException {
    if (name.endsWith(".json")) return json(content);
    if (name.endsWith(".txt")) return List.of(text(ArchiveReader.text(content), sidecar));
    return List.of(page(content, sidecar));
  }

  private List<NewsItem> json(byte[] content) throws BadEntryException {
    try {
      JsonNode root = Json.MAPPER.readTree(content);
      var items = new ArrayList<NewsItem>();
      for (JsonNode node : root.isArray() ? root : List.of(root)) {
        items.add(item(Json.MAPPER.treeToValue(node, ArchiveEntry.class)));
      }
      return items;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new BadEntryException(Json.reason(e), line);
    } catch (IOException e) {
      throw new BadEntryException(e.toString());
    }
  }

  private NewsItem item(@Nullable ArchiveEntry entry) throws BadEntryException {
    if (entry == null) throw new BadEntryException("no object");
    String title = required(entry.title(), "title");
    String text = required(entry.text(), "text");
    var published = publication(entry.published(), entry.provenance());
    return item(
        entry.url(),
        entry.outlet(),
        entry.tier(),
        title,
        text,
        entry.language(),
        entry.author(),
        published,
        entry.sample());
  }

  private NewsItem text(String content, Sidecar sidecar) throws BadEntryException {
    String body = content.strip();
    int end = body.indexOf('\n');
    String title = sidecar.title() == null ? body.lines().findFirst().orElse("") : sidecar.title();
    String rest = sidecar.title() != null ? body : end < 0 ? "" : body.substring(end + 1);
    return item(
        sidecar.url(),
        sidecar.outlet(),
        sidecar.tier(),
        required(title, "title"),
        PlainText.paragraphs(rest),
        sidecar.language(),
        sidecar.author(),
        publication(sidecar.published(), sidecar.provenance()),
        false);
  }

  private NewsItem page(byte[] content, Sidecar sidecar) throws BadEntryException {
    Article article = Articles.read(content, null, sidecar.url());
    Refusal wall = Walls.of(article);
    if (wall != null) throw new BadEntryException("no article: " + wall.label());
    if (article.refusal() != null) throw new BadEntryException(article.refusal());
    var beside = publication(sidecar.published(), sidecar.provenance());
    return item(
        first(sidecar.url(), article.url()),
        first(sidecar.outlet(), article.outlet()),
        sidecar.tier(),
        required(article.title(), "title"),
        article.text(),
        first(sidecar.language(), article.language()),
        first(sidecar.author(), article.author()),
        beside == null ? article.published() : beside,
        false);
  }

  private NewsItem item(
      @Nullable String url,
      @Nullable String outlet,
      @Nullable Tier tier,
      String title,
      String text,
      @Nullable String language,
      @Nullable String author,
      @Nullable Publication date,
      boolean sample) {
    String cleanTitle = Items.cleanTitle(title);
    String cleanText = Items.clean(text);
    var published = Items.plausible(date, now);
    return new NewsItem(
        url == null ? Items.idOfText(cleanTitle, cleanText) : Items.idOfUrl(url),
        Items.version(cleanTitle, cleanText, published),
        source.id(),
        outlet == null ? (source.outlet() == null ? source.id() : source.outlet()) : outlet,
        tier == null ? source.tier() : tier,
        url,
        cleanTitle,
        cleanText,
        language == null ? source.language() : language,
        author,
        published,
        sample || source.sample());
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private static String required(@Nullable String value, String field) throws BadEntryException {
    if (value == null || value.isBlank()) throw new BadEntryException("'" + field + "' is missing");
    return value;
  }

  private static @Nullable Publication publication(@Nullable String text, Provenance provenance)
      throws BadEntryException {
    if (text == null || text.isBlank()) return null;
    String date = text.strip();
    try {
      return date.length() <= 10
          ? Publication.ofDay(LocalDate.parse(date), provenance)
          : Publication.ofInstant(OffsetDateTime.parse(date).toInstant(), provenance);
    } catch (DateTimeException e) {
      throw new BadEntryException("'published' is no ISO date or instant: " + date);
    }
  }
}
