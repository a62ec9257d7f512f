package slipstream.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a feed: the little of XML that feeds need, from whatever parser could read it. */
final class Xml {
  /** In lower case, without prefix. */
  final String name;

  /** Namespace as one of our short names, such as {@code dc}; empty for the feed's own. */
  final String space;

  /** What our tables call it: its name, with the namespace before it where it is another one. */
  final String key;

  /** By name in lower case; without declarations of namespaces. */
  final Map<String, String> attributes;

  /** Elements and, between them, text. */
  final List<Object> content = new ArrayList<>();

  private final List<Xml> children = new ArrayList<>();

  private Xml(String space, String name, Map<String, String> attributes) {
    this.space = space;
    this.name = name;
    this.key = space.isEmpty() || space.equals("atom") ? name : space + ":" + name;
    this.attributes = attributes;
  }

  /**
   * An element as yet without content.
   *
   * @param tag its name with a prefix, as written
   * @param attributes by name in lower case; declarations are taken out
   */
  static Xml of(String tag, Map<String, String> attributes, Namespaces spaces) {
    if (!attributes.isEmpty()) attributes.keySet().removeIf(Namespaces::isDeclaration);
    String lower = tag.toLowerCase(Locale.ROOT);
    int colon = lower.indexOf(':');
    String prefix = lower.substring(0, Math.max(0, colon));
    return new Xml(spaces.of(prefix), lower.substring(colon + 1), attributes);
  }

  void add(Xml child) {
    content.add(child);
    children.add(child);
  }

  /** Adds text; pieces that follow each other are one. */
  void add(String text) {
    if (text.isEmpty()) return;
    int last = content.size() - 1;
    Object before = last < 0 ? null : content.get(last);
    if (before instanceof StringBuilder words) {
      words.append(text);
    } else if (before instanceof String first) {
      StringBuilder growing = new StringBuilder(first);
      growing.append(text);
      content.set(last, growing);
    } else {
      content.add(text);
    }
  }

  @Nullable String attribute(String attribute) {
    String value = attributes.get(attribute);
    return value == null || value.isBlank() ? null : value.strip();
  }

  List<Xml> children() {
    return children;
  }

  /** The first child of that name; null when there is none. */
  @Nullable Xml child(String space, String name) {
    for (Xml child : children) {
      if (child.name.equals(name) && child.space.equals(space)) return child;
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
    return !children.isEmpty();
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
