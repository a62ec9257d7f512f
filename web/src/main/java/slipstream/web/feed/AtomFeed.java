package slipstream.web.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ItemRef;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Watchlist;
import slipstream.web.page.Wording;

/** The newest changes as an Atom feed (RFC 4287), for any feed reader. */
public final class AtomFeed {
  private static final int NEWEST = 100;
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final Watchlist watchlist;
  private final String base;
  private final XMLStreamWriter out;

  private AtomFeed(Watchlist watchlist, String base, XMLStreamWriter out) {
    this.watchlist = watchlist;
    this.base = base;
    this.out = out;
  }

  /**
   * @param newestFirst the changes
   * @param base address of this server as the reader knows it, without a slash at the end
   */
  public static String render(Watchlist watchlist, List<Change> newestFirst, String base) {
    var text = new StringWriter();
    try {
      var out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new AtomFeed(watchlist, base, out).feed(newestFirst);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write to memory", e);
    }
    return text.toString();
  }

  private void feed(List<Change> newestFirst) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.writeStartElement("feed");
    out.writeDefaultNamespace(NAMESPACE);
    element("title", "Slipstream: changes of release dates");
    element("id", "urn:slipstream:changes");
    element("updated", updated(newestFirst).toString());
    link("self", base + "/changes.atom", "application/atom+xml");
    link("alternate", base + "/", "text/html");
    for (var change : newestFirst.subList(0, Math.min(NEWEST, newestFirst.size()))) entry(change);
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void entry(Change change) throws XMLStreamException {
    out.writeStartElement("entry");
    element("title", title(change));
    element("id", "urn:slipstream:change:" + change.id());
    element("updated", learnedAt(change).toString());
    element("published", change.assertedAt().toString());
    link("alternate", base + "/#change-" + change.id(), "text/html");
    ItemRef item = change.item();
    if (item != null && isOfTheWeb(item.url())) link("via", String.valueOf(item.url()), null);
    out.writeStartElement("author");
    element("name", item == null ? "Slipstream" : item.outlet());
    out.writeEndElement();
    out.writeEmptyElement("category");
    out.writeAttribute("term", Wording.token(change.kind()));
    element("summary", summary(change));
    out.writeEndElement();
  }

  private String title(Change change) {
    String name = watchlist.subject(change.subject()).map(Subject::name).orElse(change.subject());
    return "%s: %s, %s".formatted(name, Wording.plain(change.kind()), Wording.move(change));
  }

  /** The words of an outlet in quotation marks; those of a sample are ours. */
  private static String summary(Change change) {
    var quote = change.quote();
    ItemRef item = change.item();
    if (quote == null || item == null) return "";
    String words =
        item.sample() ? "Retold from public facts: " + quote.text() : "“" + quote.text() + "”";
    return "%s (%s, %s)".formatted(words, item.outlet(), Wording.published(item));
  }

  private void element(String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(printable(text));
    out.writeEndElement();
  }

  private void link(String relation, String address, @Nullable String type)
      throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", relation);
    if (type != null) out.writeAttribute("type", type);
    out.writeAttribute("href", printable(address));
  }

  /** XML 1.0 knows no control characters, however escaped. */
  private static String printable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
  }

  private static boolean isOfTheWeb(@Nullable String url) {
    return url != null && (url.startsWith("https://") || url.startsWith("http://"));
  }

  private static Instant updated(List<Change> changes) {
    return changes.stream()
        .map(AtomFeed::learnedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Instant learnedAt(Change change) {
    Instant learned = change.learnedAt();
    return learned == null ? change.assertedAt() : learned;
  }
}
