package slipstream.ingest.feed;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What prefixes stand for at one place of a document.
 *
 * @param declared our short names by prefix, in lower case
 */
record Namespaces(Map<String, String> declared) {
  /** Where nothing has been declared. */
  static final Namespaces NONE = new Namespaces(Map.of());

  /** Namespaces we read, whatever prefix a feed gives them; compared without scheme and slash. */
  private static final Map<String, String> NAMES =
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

  private static final Pattern SCHEME = Pattern.compile("^https?://");
  private static final Set<String> USUAL = Set.copyOf(NAMES.values());

  /** The namespaces within an element. */
  Namespaces with(Map<String, String> attributes) {
    Map<String, String> within = declared;
    for (var attribute : attributes.entrySet()) {
      if (!isDeclaration(attribute.getKey())) continue;
      if (within == declared) within = new HashMap<>(declared);
      String prefix = attribute.getKey().substring(Math.min(6, attribute.getKey().length()));
      within.put(prefix, name(attribute.getValue(), prefix));
    }
    return within == declared ? this : new Namespaces(within);
  }

  static boolean isDeclaration(String attribute) {
    return attribute.equals("xmlns") || attribute.startsWith("xmlns:");
  }

  /** Short name for a prefix; one that nobody declared means what it usually means. */
  String of(String prefix) {
    String name = declared.get(prefix);
    return name == null ? usual(prefix) : name;
  }

  private static String name(String uri, String prefix) {
    if (uri.isEmpty()) return usual(prefix);
    String bare = SCHEME.matcher(uri.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    String known = NAMES.get(bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare);
    if (known != null) return known;
    return prefix.isEmpty() ? "" : "other:" + prefix;
  }

  private static String usual(String prefix) {
    if (prefix.isEmpty() || prefix.equals("rss")) return "";
    return USUAL.contains(prefix) ? prefix : "other:" + prefix;
  }
}
