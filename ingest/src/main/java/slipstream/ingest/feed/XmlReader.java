package slipstream.ingest.feed;

import static java.util.Map.entry;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads XML: strictly and fast where it is well formed, else as far as can be made out. */
final class XmlReader {
  /** No feed is deeper; what is, is cut there. */
  private static final int MAX_DEPTH = 100;

  private static final XMLInputFactory FACTORY = factory();

  /** Namespaces we read, whatever prefix a feed gives them; compared without scheme and slash. */
  private static final Map<String, String> SPACES =
      Map.ofEntries(
          entry("www.w3.org/2005/atom", "atom"),
          entry("purl.org/atom/ns#", "atom"),
          entry("purl.org/rss/1.0", ""),
          entry("my.netscape.com/rdf/simple/0.9", ""),
          entry("purl.org/dc/elements/1.1", "dc"),
          entry("purl.org/dc/terms", "dcterms"),
          entry("purl.org/rss/1.0/modules/content", "content"),
          entry("www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
          entry("www.w3.org/1999/xhtml", "xhtml"),
          entry("search.yahoo.com/mrss", "media"),
          entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          entry("purl.org/rss/1.0/modules/syndication", "sy"),
          entry("backend.userland.com/rss2", ""),
          entry("purl.org/rss/2.0", ""));

  private XmlReader() {}

  /** The root element; null when there is none. */
  static @Nullable Xml read(String text) {
    String feed = XmlRepair.fromRoot(XmlRepair.expandOwnEntities(text));
    try {
      return strict(feed);
    } catch (XMLStreamException | RuntimeException e) {
      return lenient(XmlRepair.escapeBare(feed));
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private static @Nullable Xml strict(String text) throws XMLStreamException {
    XMLStreamReader in = FACTORY.createXMLStreamReader(new StringReader(text));
    Deque<Xml> open = new ArrayDeque<>();
    Xml root = null;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Xml element = element(in);
          if (open.isEmpty()) {
            root = element;
          } else if (open.size() < MAX_DEPTH) {
            open.peek().content.add(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            addText(open.peek(), in.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            addText(open.peek(), Parser.unescapeEntities("&" + in.getLocalName() + ";", false));
        default -> {}
      }
    }
    return root;
  }

  private static Xml element(XMLStreamReader in) {
    var element =
        new Xml(
            space(in.getNamespaceURI(), in.getPrefix()),
            in.getLocalName().toLowerCase(Locale.ROOT));
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String prefix = in.getAttributePrefix(i);
      String name = in.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      element.attributes.put(
          prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, in.getAttributeValue(i));
    }
    return element;
  }

  private static void addText(@Nullable Xml element, String text) {
    if (element == null || text.isEmpty()) return;
    int last = element.content.size() - 1;
    if (last >= 0 && element.content.get(last) instanceof String before) {
      element.content.set(last, before + text);
    } else {
      element.content.add(text);
    }
  }

  private static String space(@Nullable String uri, @Nullable String prefix) {
    if (uri == null || uri.isEmpty()) return prefix == null ? "" : known(prefix);
    String bare = uri.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    String known = SPACES.get(bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare);
    if (known != null) return known;
    return prefix == null || prefix.isEmpty() ? "" : "other:" + prefix;
  }

  /** An undeclared prefix means what it usually means. */
  private static String known(String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "", "rss" -> "";
      default -> SPACES.containsValue(lower) ? lower : "other:" + lower;
    };
  }

  private static @Nullable Xml lenient(String text) {
    int start = text.indexOf('<');
    if (start < 0) return null;
    var document = org.jsoup.Jsoup.parse(text.substring(start), "", Parser.xmlParser());
    for (Element root : document.children()) {
      Xml xml = convert(root, Map.of(), 0);
      if (!xml.content.isEmpty()) return xml;
    }
    return null;
  }

  private static Xml convert(Element from, Map<String, String> declared, int depth) {
    var spaces = declared;
    for (Attribute attribute : from.attributes()) {
      String key = attribute.getKey().toLowerCase(Locale.ROOT);
      if (!key.equals("xmlns") && !key.startsWith("xmlns:")) continue;
      spaces = new java.util.HashMap<>(spaces);
      spaces.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue());
    }
    String tag = from.tagName().toLowerCase(Locale.ROOT);
    int colon = tag.indexOf(':');
    String prefix = colon < 0 ? "" : tag.substring(0, colon);
    var xml = new Xml(space(spaces.get(prefix), prefix), tag.substring(colon + 1));
    for (Attribute attribute : from.attributes()) {
      xml.attributes.put(attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue());
    }
    if (depth >= MAX_DEPTH) return xml;
    for (Node node : from.childNodes()) {
      if (node instanceof Element child) {
        xml.content.add(convert(child, spaces, depth + 1));
      } else if (node instanceof CDataNode data) {
        addText(xml, data.getWholeText());
      } else if (node instanceof TextNode words) {
        addText(xml, words.getWholeText());
      }
    }
    return xml;
  }
}
