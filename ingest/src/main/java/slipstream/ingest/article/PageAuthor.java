package slipstream.ingest.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The author as a page prints it, for pages whose data name none. */
final class PageAuthor {
  /** What stands before the name in a line about the article. */
  private static final Pattern BY =
      Pattern.compile(
          "(?iU)(?:(?:written|posted|words|text|story) )?(?:by|von|par|por|di|door|av|autor(?:in)?"
              + "|author|text)\\b\\s*[:|]?\\s*");

  private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";

  /** A name, with what may stand after it. */
  private static final Pattern NAME =
      Pattern.compile(
          String.format(
              "(%s(?: (?:%s|de|del|van|von|der|den|la|le|da|di|al|bin)){1,3})"
                  + "(?:$|[,|•·(/]| [–—-] | \\d| and | und | on ).*",
              WORD, WORD));

  private static final int LONGEST = 120;

  private PageAuthor() {}

  /** A name out of the data of a page, without what it says before it; null = it is none. */
  static @Nullable String said(@Nullable String name) {
    if (name == null || name.startsWith("http")) return null;
    Matcher by = BY.matcher(name);
    // One word after it is the rest of a name, such as Di Maio.
    return by.lookingAt() && name.indexOf(' ', by.end()) > 0 ? name.substring(by.end()) : name;
  }

  /**
   * The name in the first element that is marked as the author's; else in the first that is called
   * so, or that begins as such a line does.
   */
  static @Nullable String of(Document page) {
    String likely = null;
    var known = new HashMap<String, Boolean>();
    for (var elements = page.body().stream().iterator(); elements.hasNext(); ) {
      Element element = elements.next();
      boolean marked = isMarked(element);
      if (!marked && (likely != null || !isLikely(element, known))) continue;
      String name = name(element.text());
      if (marked && name != null) return name;
      if (likely == null) likely = name;
    }
    return likely;
  }

  private static boolean isMarked(Element element) {
    return element.attr("rel").equalsIgnoreCase("author")
        || element.attr("itemprop").equalsIgnoreCase("author");
  }

  private static boolean isLikely(Element element, Map<String, Boolean> known) {
    if (known.computeIfAbsent(element.className(), PageAuthor::isNamed)) return true;
    if (element.childNodeSize() == 0 || !(element.childNode(0) instanceof TextNode first)) {
      return false;
    }
    return BY.matcher(first.getWholeText().stripLeading()).lookingAt();
  }

  private static boolean isNamed(String name) {
    String names = name.toLowerCase(Locale.ROOT);
    return (names.contains("author") || names.contains("byline")) && !names.contains("comment");
  }

  private static @Nullable String name(String text) {
    if (text.length() > LONGEST) return null;
    Matcher by = BY.matcher(text);
    Matcher name = NAME.matcher(by.lookingAt() ? text.substring(by.end()) : text);
    return name.matches() ? name.group(1) : null;
  }
}
