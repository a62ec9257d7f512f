package slipstream.ingest.article;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The author as a page prints it, for pages whose data name none. */
final class PageAuthor {
  /** What stands before the name in a line about the article. */
  private static final Pattern BY =
      Pattern.compile(
          "(?iU)(?:(?:written|posted|words|text|story) )?(?:by|von|par|por|di|door|av|autor(?:in)?|author|text)\\b\\s*[:|]?\\s*");

  /** A name, with what may stand after it. */
  private static final Pattern NAME =
      Pattern.compile(
          "(\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|de|del|van|von|der|den|la|le|da|di|al|bin)){1,4})(?:$|[,|•·(/]| [–—-] | \\d| and | und | on ).*");

  private static final int LONGEST = 120;

  private PageAuthor() {}

  /** The name that the first element gives that is marked as an author's; null = none does. */
  static @Nullable String of(Document page) {
    String likely = null;
    for (var elements = page.body().stream().iterator(); elements.hasNext(); ) {
      Element element = elements.next();
      if (element.attributesSize() == 0) continue;
      boolean said = isSaid(element);
      if (!said && (likely != null || !isNamed(element))) continue;
      String name = name(element.text());
      if (said && name != null) return name;
      if (likely == null) likely = name;
    }
    return likely;
  }

  private static boolean isSaid(Element element) {
    return element.attr("rel").equalsIgnoreCase("author")
        || element.attr("itemprop").equalsIgnoreCase("author");
  }

  private static boolean isNamed(Element element) {
    String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
    return (names.contains("author") || names.contains("byline")) && !names.contains("comment");
  }

  private static @Nullable String name(String text) {
    if (text.length() > LONGEST) return null;
    Matcher by = BY.matcher(text);
    String rest = by.lookingAt() ? text.substring(by.end()) : text;
    Matcher name = NAME.matcher(rest);
    return name.matches() ? name.group(1) : null;
  }
}
