package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds the article: what is named as something else is dropped, then the
 * smallest element that holds most of the running text is taken.
 */
final class MainRegion {
  /** Marks of the article itself, surest first. */
  private static final List<Predicate<Region>> MARKS =
      List.of(
          region -> region.element.attr("itemprop").toLowerCase(Locale.ROOT).equals("articlebody"),
          region -> region.names.body(),
          region -> region.is("article"),
          region -> region.is("main") || region.element.attr("role").equals("main"));

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "complementary",
          "banner",
          "dialog",
          "alertdialog",
          "contentinfo",
          "search",
          "menu",
          "menubar",
          "tablist",
          "toolbar",
          "tooltip");

  private static final int TEASER = 60;
  private static final double LINKED = 0.9;
  private static final double MARKED = 0.25;
  private static final double MOST = 0.7;
  private static final double LARGE = 0.5;
  private static final int ENOUGH = 200;

  private MainRegion() {}

  /** The main region of a page; drops what lies beside the article on the way. */
  static Region of(Region body) {
    dropAside(body);
    return smallest(marked(body));
  }

  private static void dropAside(Region body) {
    // Comments can be longer than what they comment on.
    var plain = new ArrayList<Region>();
    double lost = findAside(body, body.running, plain, true);
    if (body.running - lost > ENOUGH) plain.forEach(MainRegion::drop);
    var aside = new ArrayList<Region>();
    lost = findAside(body, body.running, aside, false);
    // Where nearly all would go, the names mean something else on this site.
    if (lost < body.running * MOST) aside.forEach(MainRegion::drop);
  }

  private static void drop(Region region) {
    if (region.dropped != null) return;
    String reason = reason(region);
    region.drop(reason == null ? "named" : reason);
  }

  /**
   * Collects what is named as something else, unless the article itself is in it; gives the running
   * text that would go with it.
   */
  private static double findAside(
      Region region, double whole, List<Region> aside, boolean plainly) {
    double lost = 0;
    for (Region child : region.children) {
      if (child.dropped != null) continue;
      boolean named = plainly ? child.names.plain() : reason(child) != null;
      boolean article = !plainly && child.running > whole * LARGE;
      article |= child.running > 0 && child.holdsHeadline;
      if (named && !article) {
        aside.add(child);
        lost += child.running;
      } else {
        lost += findAside(child, whole, aside, plainly);
      }
    }
    return lost;
  }

  /** Why it is taken for something beside the article; null = it is not. */
  private static @Nullable String reason(Region region) {
    if (region.is("aside")) return "element aside";
    String role = region.element.attr("role").toLowerCase(Locale.ROOT);
    if (ROLES.contains(role)) return "role " + role;
    String name = region.names.aside();
    // A link with a class is a word of its sentence; a teaser without links is the lead.
    boolean word = region.is("a") && !region.holdsBlocks;
    boolean lead = "teaser".equals(name) && region.linked == 0 && region.text > TEASER;
    return name == null || word || lead ? null : "named " + name;
  }

  /** Headings that are links, or lie in one: each leads to another page. */
  static int teasers(Region region) {
    if (region.dropped != null) return 0;
    if (region.isHeading() && !region.is("h1")) {
      return region.text > 0 && region.density() > LINKED ? 1 : 0;
    }
    int teasers = 0;
    for (Region child : region.children) teasers += teasers(child);
    return teasers;
  }

  /** The one element that says it is the article, if it holds a good part of the text. */
  private static Region marked(Region body) {
    for (Predicate<Region> mark : MARKS) {
      var found = new ArrayList<Region>();
      collect(body, mark, found);
      Region best = body;
      double most = 0;
      double second = 0;
      for (Region region : found) {
        if (region.running > most) {
          second = most;
          most = region.running;
          best = region;
        } else {
          second = Math.max(second, region.running);
        }
      }
      if (most >= body.running * MARKED && most > 2 * second) return best;
    }
    return body;
  }

  /** The smallest element that holds the main region, what marks it, and the headline. */
  static Region around(Region main, @Nullable Region headline) {
    Region around = main;
    for (Region at = main; at != null; at = at.parent) {
      if (at.is("article") || at.is("main") || (headline != null && headline.isIn(at))) {
        around = at;
        if (headline == null || headline.isIn(at)) return around;
      }
    }
    return around;
  }

  /** The heading that is the headline: the one that says the title, else the last before main. */
  static @Nullable Region headline(Region body, Region main, @Nullable String title) {
    var found = new ArrayList<Region>();
    collect(body, region -> region.is("h1"), found);
    for (Region region : found) {
      if (title != null && BlockReader.folded(region.element.text()).equalsIgnoreCase(title))
        return region;
    }
    return found.size() == 1 && !found.get(0).isIn(main) ? found.get(0) : null;
  }

  private static void collect(Region region, Predicate<Region> mark, List<Region> found) {
    if (region.dropped != null) return;
    if (mark.test(region)) found.add(region);
    for (Region child : region.children) collect(child, mark, found);
  }

  /** Goes down as long as one child has most of the running text. */
  private static Region smallest(Region from) {
    Region best = from;
    Region next = from;
    while (next != null) {
      best = next;
      next = null;
      for (Region child : best.children) {
        boolean most = child.dropped == null && child.running >= from.running * MOST;
        if (most && child.holdsBlocks) next = child;
      }
    }
    return best;
  }
}
