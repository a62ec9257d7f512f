package slipstream.ingest.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads article pages. */
public final class Articles {
  private Articles() {}

  /**
   * Reads a page.
   *
   * @param charset from the HTTP header; null = from byte order mark or meta element
   * @param url where it was fetched; null = unknown
   */
  public static Article read(byte[] html, @Nullable String charset, @Nullable String url) {
    try {
      String base = url == null ? "" : url;
      return read(Jsoup.parse(new ByteArrayInputStream(html), charset, base), url);
    } catch (IOException e) {
      return new Article(url, null, "", null, null, null, null, "unreadable: " + e.getMessage());
    }
  }

  /** Reads a page that is text already. */
  public static Article read(String html, @Nullable String url) {
    return read(Jsoup.parse(html, url == null ? "" : url), url);
  }

  private static Article read(Document page, @Nullable String url) {
    var facts = PageFacts.of(page, url);
    String text = text(page);
    return new Article(
        facts.url(),
        facts.title(),
        text,
        facts.author(),
        facts.outlet(),
        facts.language(),
        facts.published(),
        text.isBlank() ? "no article text found" : null);
  }

  private static String text(Document page) {
    page.select("script,style,noscript,nav,header,footer,aside,form,figure,iframe").remove();
    Element main =
        page.select("article,main,body,div,section,td").stream()
            .max(Comparator.comparingInt(Articles::paragraphs))
            .orElse(page.body());
    var blocks = new ArrayList<String>();
    for (Element block : main.select("p,h2,h3,h4,li,blockquote,pre")) {
      String text = block.text();
      if (!text.isBlank() && block.parents().stream().noneMatch(p -> isBlock(p, main))) {
        blocks.add(text);
      }
    }
    return String.join("\n\n", blocks);
  }

  private static boolean isBlock(Element parent, Element main) {
    return !parent.equals(main)
        && List.of("p", "li", "blockquote", "pre").contains(parent.normalName());
  }

  private static int paragraphs(Element element) {
    int length = 0;
    for (Element child : element.children()) {
      if (child.normalName().equals("p")) length += child.text().length();
    }
    return length;
  }
}
