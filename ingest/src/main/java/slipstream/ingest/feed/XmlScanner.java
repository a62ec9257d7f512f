package slipstream.ingest.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads well-formed XML in one pass. It knows just what feeds need: elements, attributes, text,
 * CDATA, and references to characters and to the entities of HTML. Document types are passed over.
 */
final class XmlScanner {
  private static final int MAX_REFERENCE = 32;

  private final String text;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Xml root;
  private int at;

  /** An element whose end has not been met. */
  private record Open(Xml xml, String tag, Namespaces spaces) {}

  private XmlScanner(String text) {
    this.text = text;
  }

  /**
   * The root element.
   *
   * @throws IllFormedException when the text is not well formed, or deeper than any feed
   */
  static Xml read(String text) throws IllFormedException {
    boolean unix = text.indexOf('\r') < 0;
    return new XmlScanner(unix ? text : text.replace("\r\n", "\n").replace('\r', '\n')).document();
  }

  private Xml document() throws IllFormedException {
    while (at < text.length()) {
      if (text.charAt(at) != '<') {
        characters();
      } else if (text.startsWith("</", at)) {
        endTag();
      } else if (text.startsWith("<?", at)) {
        at = after("?>", at);
      } else if (text.startsWith("<!", at)) {
        declaration();
      } else {
        startTag();
      }
    }
    if (root == null || !open.isEmpty()) throw new IllFormedException("no end");
    return root;
  }

  private void characters() throws IllFormedException {
    int next = text.indexOf('<', at);
    int end = next < 0 ? text.length() : next;
    add(unescaped(text.substring(at, end), false));
    at = end;
  }

  private void add(String words) throws IllFormedException {
    Open parent = open.peek();
    if (parent != null) {
      parent.xml.add(words);
    } else if (!words.isBlank()) {
      throw new IllFormedException("text outside");
    }
  }

  private void endTag() throws IllFormedException {
    int end = after(">", at);
    Open last = open.poll();
    if (last == null || !last.tag.equals(text.substring(at + 2, end - 1).strip())) {
      throw new IllFormedException("another end tag");
    }
    at = end;
  }

  private void declaration() throws IllFormedException {
    if (text.startsWith("<!--", at)) {
      at = after("-->", at + 4);
    } else if (text.startsWith("<![CDATA[", at)) {
      int end = after("]]>", at);
      if (open.isEmpty()) throw new IllFormedException("text outside");
      add(text.substring(at + 9, end - 3));
      at = end;
    } else {
      int end = after(">", at);
      int subset = text.indexOf('[', at);
      at = subset < 0 || subset > end ? end : after(">", after("]", subset));
      if (root != null) throw new IllFormedException("a declaration inside");
    }
  }

  private void startTag() throws IllFormedException {
    at++;
    String tag = name();
    Map<String, String> attributes = attributes();
    Open parent = open.peek();
    var spaces = (parent == null ? Namespaces.NONE : parent.spaces).with(attributes);
    var xml = Xml.of(tag, attributes, spaces);
    if (parent != null) {
      parent.xml.add(xml);
    } else if (root == null) {
      root = xml;
    } else {
      throw new IllFormedException("two roots");
    }
    if (text.charAt(at) == '/') {
      at += 2;
    } else {
      at++;
      open.push(new Open(xml, tag, spaces));
      if (open.size() > XmlReader.MAX_DEPTH) throw new IllFormedException("too deep");
    }
  }

  /** Reads attributes up to the end of a tag. */
  private Map<String, String> attributes() throws IllFormedException {
    Map<String, String> attributes = Map.of();
    while (next() != '>' && !text.startsWith("/>", at)) {
      String name = name().toLowerCase(Locale.ROOT);
      if (next() != '=') throw new IllFormedException("no value");
      at++;
      char quote = next();
      int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
      if (end < 0) throw new IllFormedException("no quotes");
      String value = unescaped(text.substring(at + 1, end), true);
      at = end + 1;
      if (attributes.isEmpty()) attributes = new LinkedHashMap<>();
      if (attributes.put(name, value) != null) throw new IllFormedException("twice " + name);
    }
    return attributes;
  }

  /** The next character that is no space. */
  private char next() throws IllFormedException {
    while (at < text.length() && text.charAt(at) <= ' ') at++;
    if (at == text.length()) throw new IllFormedException("no end");
    return text.charAt(at);
  }

  private String name() throws IllFormedException {
    int start = at;
    while (at < text.length() && isName(text.charAt(at))) at++;
    if (at == start || text.charAt(start) <= ':') throw new IllFormedException("no name");
    return text.substring(start, at);
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '-' && c <= ':' && c != '/')
        || c == '_'
        || c >= '\u0080';
  }

  private int after(String sign, int from) throws IllFormedException {
    int found = text.indexOf(sign, from);
    if (found < 0) throw new IllFormedException("no " + sign);
    return found + sign.length();
  }

  private static String unescaped(String raw, boolean attribute) throws IllFormedException {
    if (attribute && raw.indexOf('<') >= 0) throw new IllFormedException("a tag in a value");
    String flat = attribute ? raw.replace('\n', ' ').replace('\t', ' ') : raw;
    int reference = flat.indexOf('&');
    if (reference < 0) return flat;
    var out = new StringBuilder(flat.length());
    int from = 0;
    while (reference >= 0) {
      int end = flat.indexOf(';', reference);
      if (end < 0 || end - reference > MAX_REFERENCE) throw new IllFormedException("bare &");
      out.append(flat, from, reference).append(character(flat.substring(reference + 1, end)));
      from = end + 1;
      reference = flat.indexOf('&', from);
    }
    return out.append(flat, from, flat.length()).toString();
  }

  private static String character(String name) throws IllFormedException {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> name.startsWith("#") ? numbered(name) : named(name);
    };
  }

  private static String named(String name) throws IllFormedException {
    for (int i = 0; i < name.length(); i++) {
      if (!isName(name.charAt(i))) throw new IllFormedException("bare &");
    }
    return Parser.unescapeEntities("&" + name + ";", false);
  }

  private static String numbered(String name) throws IllFormedException {
    boolean hex = name.startsWith("#x");
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      if (isCharacter(code)) return Character.toString(code);
    } catch (NumberFormatException e) {
      // It is refused as a number that is no character is.
    }
    throw new IllFormedException("no character &" + name);
  }

  private static boolean isCharacter(int code) {
    if (code < ' ') return code == '\t' || code == '\n' || code == '\r';
    return code < 0xD800 || (code > 0xDFFF && code < 0xFFFE) || (code > 0xFFFF && code <= 0x10FFFF);
  }
}
