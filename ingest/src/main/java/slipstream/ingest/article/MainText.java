package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The article's own words on a page: what is plainly something else is taken away, then the
 * smallest element that holds most of the running text is read block by block.
 */
final class MainText {
  /** No page is nested deeper on purpose. */
  private static final int MAX_DEPTH = 250;

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "blockquote",
          "pre",
          "td",
          "th",
          "dd",
          "dt",
          "div",
          "section",
          "article",
          "main",
          "body",
          "center",
          "summary",
          "details",
          "header",
          "ul",
          "ol",
          "table",
          "tr",
          "tbody",
          "figure",
          "address",
          "hr",
          "h1",
          "aside",
          "dl",
          "form",
          "fieldset");

  /** Marks of the article itself, surest first. */
  private static final List<String> MARKS =
      List.of(
          "[itemprop=articleBody]",
          "[class~=(?i)(article|story|entry|post)[-_]?(body|content|text)]",
          "article",
          "main,[role=main]");

  private static final double MARKED = 0.25;
  private static final double MOST = 0.7;
  private static final double LINKED = 0.5;
  private static final int RUNNING = 60;

  private final @Nullable String title;
  private final IdentityHashMap<Element, Double> weights = new IdentityHashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  /** One block of text; {@code heading} ones count only before something they head. */
  private record Block(String text, boolean heading, double linked) {}

  private MainText(@Nullable String title) {
    this.title = title;
  }

  /** The text, paragraphs separated by a blank line; takes the page apart on the way. */
  static String of(Document page, @Nullable String title) {
    var main = new MainText(title);
    page.select(Boilerplate.NEVER).remove();
    double whole = main.weigh(page.body(), 0);
    var aside = new ArrayList<Element>();
    double lost = main.findAside(page.body(), whole, aside, 0);
    // Where nearly all would go, the names mean something else on this site.
    if (lost < whole * MOST) aside.forEach(Node::remove);
    main.weights.clear();
    double rest = main.weigh(page.body(), 0);
    main.read(main.smallest(main.marked(page, rest), rest), 0);
    return main.joined();
  }

  /** Length of the running text below: long paragraphs with few links. */
  private double weigh(Element element, int depth) {
    // A link around blocks is a card that leads to another article.
    if (element.normalName().equals("a")) return 0;
    double weight = isParagraph(element) ? running(element) : 0;
    if (weight == 0 && depth < MAX_DEPTH) {
      for (Element child : element.children()) weight += weigh(child, depth + 1);
    }
    weights.put(element, weight);
    return weight;
  }

  private static boolean isParagraph(Element element) {
    return switch (element.normalName()) {
      case "p", "pre", "blockquote", "li", "td" -> true;
      case "body" -> false;
      default -> ownText(element) > RUNNING;
    };
  }

  private static int ownText(Element element) {
    int length = 0;
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) length += text.text().length();
    }
    return length;
  }

  private static double running(Element element) {
    String text = element.text();
    if (text.length() < RUNNING) return 0;
    double linked = linked(element, text.length());
    double plain = text.length() * Math.max(0, 1 - 2 * linked);
    return element.normalName().equals("li") || element.normalName().equals("td")
        ? plain / 3
        : plain;
  }

  private static double linked(Element element, int length) {
    if (length == 0) return 0;
    int links = 0;
    for (Element link : element.getElementsByTag("a")) links += link.text().length();
    return Math.min(1, (double) links / length);
  }

  /**
   * Collects what is named as something else, unless the article itself is in it; gives the running
   * text that would go with it.
   */
  private double findAside(Element element, double whole, List<Element> aside, int depth) {
    double lost = 0;
    for (Element child : element.children()) {
      double weight = weights.getOrDefault(child, 0.0);
      boolean named = child.normalName().equals("aside") || Boilerplate.isNamedSo(child);
      double most = Boilerplate.isPlainlyNamedSo(child) ? whole * 0.9 : whole / 2;
      boolean article = weight > most || (weight > 0 && child.selectFirst("h1") != null);
      if ((named || isHidden(child)) && !article) {
        aside.add(child);
        lost += weight;
      } else if (depth < MAX_DEPTH) {
        lost += findAside(child, whole, aside, depth + 1);
      }
    }
    return lost;
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style");
    return !style.isEmpty() && style.replace(" ", "").contains("display:none");
  }

  /** The one element that says it is the article, if it holds a good part of the text. */
  private Element marked(Document page, double whole) {
    for (String mark : MARKS) {
      Element best = page.body();
      double most = 0;
      double second = 0;
      for (Element element : page.select(mark)) {
        double weight = weights.getOrDefault(element, 0.0);
        if (weight > most) {
          second = most;
          most = weight;
          best = element;
        } else {
          second = Math.max(second, weight);
        }
      }
      if (most >= whole * MARKED && most > 2 * second) return best;
    }
    return page.body();
  }

  /** Goes down as long as one child has most of the running text. */
  private Element smallest(Element body, double all) {
    double whole = Math.min(all, weights.getOrDefault(body, all));
    Element best = body;
    Element next = body;
    while (next != null) {
      best = next;
      next = null;
      for (Element child : best.children()) {
        boolean holdsMost = weights.getOrDefault(child, 0.0) >= whole * MOST;
        if (holdsMost && !isParagraph(child)) next = child;
      }
    }
    return best;
  }

  private void read(Element element, int depth) {
    var inline = new StringBuilder();
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        inline.append(text.getWholeText());
      } else if (node instanceof Element child) {
        if (isCard(child)) continue;
        if (isBlock(child) && depth < MAX_DEPTH) {
          add(inline.toString(), element, false);
          inline.setLength(0);
          readBlock(child, depth + 1);
        } else if (child.normalName().equals("br")) {
          inline.append('\n');
        } else {
          inline.append(child.wholeText());
        }
      }
    }
    add(inline.toString(), element, isHeading(element));
  }

  private void readBlock(Element child, int depth) {
    String name = child.normalName();
    if (name.equals("h1")) return;
    boolean list = name.equals("ul") || name.equals("ol") || name.equals("table");
    if (list && linked(child, child.text().length()) > LINKED) return;
    read(child, depth);
  }

  private static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName())
        || element.getAllElements().stream()
            .skip(1)
            .limit(30)
            .anyMatch(e -> e.normalName().equals("p") || e.normalName().equals("div"));
  }

  private static boolean isCard(Element element) {
    return element.normalName().equals("a")
        && element.selectFirst("p,div,h2,h3,h4,article,ul") != null;
  }

  private static boolean isHeading(Element element) {
    return element.normalName().matches("h[2-6]");
  }

  private void add(String raw, Element element, boolean heading) {
    String text = raw.replaceAll("[\\s\\u00a0]+", " ").strip();
    if (text.isEmpty()) return;
    double linked = linked(element, element.text().length());
    blocks.add(new Block(text, heading, linked));
  }

  private String joined() {
    var kept = new ArrayList<Block>();
    var seen = new HashSet<String>();
    for (Block block : blocks) {
      boolean repeated = block.text().length() > 40 && !seen.add(block.text());
      if (!repeated && isArticle(block)) kept.add(block);
    }
    while (!kept.isEmpty() && kept.get(kept.size() - 1).heading()) kept.remove(kept.size() - 1);
    return String.join("\n\n", kept.stream().map(Block::text).toList());
  }

  private boolean isArticle(Block block) {
    if (title != null && block.text().equalsIgnoreCase(title)) return false;
    if (Boilerplate.isCall(block.text())) return false;
    boolean onlyLinks = block.linked() > LINKED && block.text().length() < 200;
    return !onlyLinks && block.text().codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
