package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** An element of the page with what was measured in it, once for all that ask. */
final class Region {
  /** No page is nested deeper on purpose; the parser lays what is deeper side by side. */
  static final int MAX_DEPTH = 200;

  /** A block shorter than this is a label or a line of a list, seldom an article's sentence. */
  private static final int RUNNING = 60;

  /** With less running text than this a page shows no article. */
  private static final int PAGE = 200;

  private static final Set<String> BLOCKS =
      Set.of(
          "p,h1,h2,h3,h4,h5,h6,ul,ol,li,dl,dt,dd,blockquote,pre,table,caption,thead,tbody,tfoot,tr,td,th,div,section,article,main,body,center,details,summary,header,footer,figure,figcaption,address,hr,aside,form,fieldset"
              .split(","));

  final Element element;
  final @Nullable Region parent;
  final List<Region> children = new ArrayList<>();
  final Names names;

  /** Characters of text in it, and those of them that are links. */
  int text;

  int linked;

  /** Characters of running text: long blocks with few links. */
  double running;

  /** True when a block lies in it, so that it is no block of text itself. */
  boolean holdsBlocks;

  /** True when it is or holds a heading of the first level. */
  boolean holdsHeadline;

  /** Why it is not read; null = it is. */
  @Nullable String dropped;

  private Region(Element element, @Nullable Region parent, Names names) {
    this.element = element;
    this.parent = parent;
    this.names = names;
    this.holdsHeadline = is("h1");
  }

  /** Measures a page; what is never part of an article's words is dropped at once. */
  static Region of(Element body) {
    Region region = new Measure(false).of(body, null, false);
    // Some pages show scripts a loading screen, and their article to everyone else.
    return region.running >= PAGE ? region : new Measure(true).of(body, null, false);
  }

  /** One walk through the page. */
  private record Measure(boolean unscripted, Names.Reader reader) {
    Measure(boolean unscripted) {
      this(unscripted, new Names.Reader());
    }

    Region of(Element element, @Nullable Region parent, boolean inLink) {
      var region = new Region(element, parent, reader.of(element));
      region.dropped = Never.reason(element, parent, unscripted);
      if (region.dropped != null) return region;
      boolean link = inLink || element.normalName().equals("a");
      int own = 0;
      for (Node node : element.childNodes()) {
        if (node instanceof TextNode text) {
          own += length(text.getWholeText());
        } else if (node instanceof Element child) {
          region.add(of(child, region, link));
        }
      }
      region.text += own;
      if (link) region.linked = region.text;
      region.weigh(own);
      return region;
    }
  }

  private void add(Region child) {
    children.add(child);
    if (child.dropped != null) return;
    text += child.text;
    linked += child.linked;
    running += child.running;
    holdsBlocks |= child.holdsBlocks || child.isBlock();
    holdsHeadline |= child.holdsHeadline;
  }

  private void weigh(int own) {
    // A link around blocks is a card that leads to another article.
    if (is("a")) {
      running = 0;
    } else if (isParagraph(own)) {
      running = text < RUNNING ? 0 : text * Math.max(0, 1 - 2 * density());
      if (is("li") || is("td")) running /= 3;
    }
  }

  private boolean isParagraph(int own) {
    return switch (name()) {
      case "p", "pre", "blockquote", "li", "td" -> running == 0;
      case "body" -> false;
      default -> own > RUNNING && running < own;
    };
  }

  private static int length(String text) {
    int length = 0;
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      boolean blank = BlockReader.isSpace(text.charAt(i));
      if (!blank || !space) length++;
      space = blank;
    }
    return length;
  }

  boolean isBlock() {
    return BLOCKS.contains(name());
  }

  boolean isHeading() {
    return name().length() == 2 && name().charAt(0) == 'h' && Character.isDigit(name().charAt(1));
  }

  boolean is(String name) {
    return name().equals(name);
  }

  String name() {
    return element.normalName();
  }

  /** Share of the text that is links, 0 to 1. */
  double density() {
    return text == 0 ? 0 : (double) linked / text;
  }

  boolean isIn(Region other) {
    for (Region at = this; at != null; at = at.parent) if (at == other) return true;
    return false;
  }

  /** Forgets an element for a reason, and takes its weight off those above. */
  void drop(String reason) {
    dropped = reason;
    for (Region at = parent; at != null; at = at.parent) {
      at.text -= text;
      at.linked -= linked;
      at.running -= running;
    }
  }
}
