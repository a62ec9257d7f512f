package slipstream.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a feed: the little of XML that feeds need, from whatever parser could read it. */
final class Xml {
  /** In lower case, without prefix. */
  final String name;

  /** Namespace as one of our short names, such as {@code dc}; empty for the feed's own. */
  final String space;

  final Map<String, String> attributes = new LinkedHashMap<>();

  /** Elements and, between them, text. */
  final List<Object> content = new ArrayList<>();

  Xml(String space, String name) {
    this.space = space;
    this.name = name;
  }

  @Nullable String attribute(String attribute) {
    String value = attributes.get(attribute);
    return value == null || value.isBlank() ? null : value.strip();
  }

  List<Xml> children() {
    var children = new ArrayList<Xml>();
    for (Object part : content) if (part instanceof Xml child) children.add(child);
    return children;
  }

  /** The first child of that name; null when there is none. */
  @Nullable Xml child(String space, String name) {
    for (Object part : content) {
      if (part instanceof Xml child && child.name.equals(name) && child.space.equals(space)) {
        return child;
      }
    }
    return null;
  }

  /** Text of this element and all below. */
  String text() {
    if (content.size() == 1 && content.get(0) instanceof String only) return only;
    var text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private void append(StringBuilder text) {
    for (Object part : content) {
      if (part instanceof Xml child) {
        child.append(text);
      } else {
        text.append(part);
      }
    }
  }

  boolean hasElements() {
    return content.stream().anyMatch(Xml.class::isInstance);
  }

  /** The content as markup, for text given as XHTML. */
  String markup() {
    var markup = new StringBuilder();
    for (Object part : content) {
      if (part instanceof Xml child) {
        child.write(markup);
      } else {
        markup.append(escape(part.toString()));
      }
    }
    return markup.toString();
  }

  private void write(StringBuilder markup) {
    markup.append('<').append(name);
    attributes.forEach(
        (key, value) ->
            markup
                .append(' ')
                .append(key)
                .append("=\"")
                .append(escape(value).replace("\"", "&quot;"))
                .append('"'));
    if (content.isEmpty()) {
      markup.append("/>");
    } else {
      markup.append('>').append(markup()).append("</").append(name).append('>');
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
