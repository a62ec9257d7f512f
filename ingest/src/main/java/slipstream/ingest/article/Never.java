package slipstream.ingest.article;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Elements whose content is never part of an article's words, told by the element alone. */
final class Never {
  private static final Set<String> TAGS =
      Set.of(
          "script,style,noscript,template,svg,iframe,object,embed,canvas,select,input,textarea,nav,footer,dialog,audio,video,figcaption,link,meta,head,title,math,map,menu"
              .split(","));

  private Never() {}

  /**
   * Why an element is passed over; null = it is not.
   *
   * @param unscripted true to read what is for browsers without scripts
   */
  static @Nullable String reason(Element element, @Nullable Region parent, boolean unscripted) {
    String tag = element.normalName();
    if (unscripted && tag.equals("noscript")) return null;
    if (TAGS.contains(tag)) return "element " + tag;
    // A button inside a heading opens the answer below a question.
    if ((tag.equals("button") || tag.equals("label")) && (parent == null || !parent.isHeading())) {
      return "element " + tag;
    }
    if (element.attributesSize() == 0 || tag.equals("body")) return null;
    return isHidden(element) ? "hidden" : null;
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) return true;
    String style = element.attr("style");
    return !style.isEmpty() && style.replace(" ", "").contains("display:none");
  }
}
