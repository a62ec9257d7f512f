package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements by which a page tells of itself, in its order, found in one walk.
 *
 * @param headings of the first three levels
 * @param canonical the link that names the page's own address; null = none
 */
record Landmarks(
    List<Element> metas,
    List<Element> scripts,
    List<Element> headings,
    @Nullable Element canonical) {

  static Landmarks of(Document page) {
    var metas = new ArrayList<Element>();
    var scripts = new ArrayList<Element>();
    var headings = new ArrayList<Element>();
    Element canonical = null;
    for (var elements = page.stream().iterator(); elements.hasNext(); ) {
      Element element = elements.next();
      switch (element.normalName()) {
        case "meta" -> metas.add(element);
        case "script" -> scripts.add(element);
        case "h1", "h2", "h3" -> headings.add(element);
        case "link" -> {
          if (canonical == null && isCanonical(element)) canonical = element;
        }
        default -> {}
      }
    }
    return new Landmarks(metas, scripts, headings, canonical);
  }

  private static boolean isCanonical(Element link) {
    return link.attr("rel").strip().equalsIgnoreCase("canonical");
  }
}
