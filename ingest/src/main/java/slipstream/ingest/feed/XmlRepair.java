package slipstream.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has to be done to text before a parser can make something of it. */
final class XmlRepair {
  private static final Pattern ROOT =
      Pattern.compile(
          "<\\?xml[\\s>]|<(?:\\w+:)?(?:rss|feed|rdf|channel)[\\s>]", Pattern.CASE_INSENSITIVE);

  private static final Pattern ENTITY =
      Pattern.compile("<!ENTITY\\s+([\\w.-]+)\\s+(?:\"([^\"<]{0,500})\"|'([^'<]{0,500})')\\s*>");

  private static final Pattern REFERENCE = Pattern.compile("&([\\w.-]+);");

  /** What begins with an ampersand and is a reference. */
  private static final Pattern REFERRING =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\\w{1,30});");

  private static final int MAX_ENTITIES = 50;
  private static final int MAX_GROWTH = 1 << 20;

  private XmlRepair() {}

  /** The text from where a feed begins; as it is when none does. */
  static String fromRoot(String text) {
    if (text.startsWith("<?xml") || text.startsWith("<rss")) return text;
    Matcher root = ROOT.matcher(text);
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (root.region(at, text.length()).lookingAt()) return text.substring(at);
    }
    return text;
  }

  /** Escapes ampersands that were meant as such, outside of sections in which any may stand. */
  static String escapeBare(String text) {
    var out = new StringBuilder(text.length() + 16);
    int from = 0;
    while (from < text.length()) {
      int section = text.indexOf("<![CDATA[", from);
      int end = section < 0 ? -1 : text.indexOf("]]>", section);
      int plain = end < 0 ? text.length() : section;
      escapeBare(text.substring(from, plain), out);
      from = end < 0 ? plain : end;
      out.append(text, plain, from);
    }
    return out.toString();
  }

  private static void escapeBare(String plain, StringBuilder out) {
    Matcher reference = REFERRING.matcher(plain);
    int from = 0;
    for (int at = plain.indexOf('&'); at >= 0; at = plain.indexOf('&', from)) {
      out.append(plain, from, at + 1);
      if (!reference.region(at, plain.length()).lookingAt()) out.append("amp;");
      from = at + 1;
    }
    out.append(plain, from, plain.length());
  }

  /**
   * Puts in the plain texts that the document itself declares as entities: one level, few, short,
   * and none from elsewhere.
   */
  static String expandOwnEntities(String text) {
    Map<String, String> entities = entities(text);
    if (entities.isEmpty()) return text;
    var out = new StringBuilder(text.length());
    int from = 0;
    int grown = 0;
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find() && grown < MAX_GROWTH) {
      String value = entities.get(reference.group(1));
      if (value == null) continue;
      out.append(text, from, reference.start()).append(value);
      grown += value.length();
      from = reference.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  private static Map<String, String> entities(String text) {
    var entities = new HashMap<String, String>();
    int end = text.indexOf("]>");
    if (end < 0 || !text.substring(0, end).contains("<!ENTITY")) return entities;
    Matcher entity = ENTITY.matcher(text.substring(0, end));
    while (entity.find() && entities.size() < MAX_ENTITIES) {
      @Nullable String value = entity.group(2) == null ? entity.group(3) : entity.group(2);
      entities.put(entity.group(1), String.valueOf(value));
    }
    return entities;
  }
}
