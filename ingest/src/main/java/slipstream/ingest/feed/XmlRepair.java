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

  /** An ampersand that begins no reference, or a section in which any may stand. */
  private static final Pattern BARE =
      Pattern.compile(
          "<!\\[CDATA\\[.*?]]>|&(?!#\\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z]\\w{1,30};)",
          Pattern.DOTALL);

  private static final int MAX_ENTITIES = 50;
  private static final int MAX_GROWTH = 1 << 20;

  private XmlRepair() {}

  /** The text from where a feed begins; as it is when none does. */
  static String fromRoot(String text) {
    if (text.startsWith("<?xml") || text.startsWith("<rss")) return text;
    Matcher root = ROOT.matcher(text);
    return root.find() ? text.substring(root.start()) : text;
  }

  /** Escapes ampersands that were meant as such. */
  static String escapeBare(String text) {
    return BARE.matcher(text)
        .replaceAll(m -> m.group().equals("&") ? "&amp;" : Matcher.quoteReplacement(m.group()));
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
