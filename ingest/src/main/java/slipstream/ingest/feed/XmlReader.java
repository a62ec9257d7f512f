package slipstream.ingest.feed;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads XML: strictly and fast where it is well formed, else as far as can be made out. */
final class XmlReader {
  /** No feed is deeper; what is, is cut there. */
  static final int MAX_DEPTH = 100;

  private XmlReader() {}

  /** The root element; null when there is none. */
  static @Nullable Xml read(String text) {
    String feed = XmlRepair.fromRoot(XmlRepair.expandOwnEntities(text));
    try {
      return XmlScanner.read(feed);
    } catch (IllFormedException e) {
      return lenient(XmlRepair.escapeBare(feed));
    }
  }

  private static @Nullable Xml lenient(String text) {
    int start = text.indexOf('<');
    if (start < 0) return null;
    var document = Jsoup.parse(text.substring(start), "", Parser.xmlParser());
    for (Element root : document.children()) {
      Xml xml = convert(root, Namespaces.NONE, 0);
      if (!xml.content.isEmpty()) return xml;
    }
    return null;
  }

  private static Xml convert(Element from, Namespaces outer, int depth) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Attribute attribute : from.attributes()) {
      attributes.put(attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue());
    }
    var spaces = outer.with(attributes);
    var xml = Xml.of(from.tagName(), attributes, spaces);
    if (depth >= MAX_DEPTH) return xml;
    for (Node node : from.childNodes()) {
      if (node instanceof Element child) {
        xml.add(convert(child, spaces, depth + 1));
      } else if (node instanceof TextNode words) {
        xml.add(words.getWholeText());
      }
    }
    return xml;
  }
}
