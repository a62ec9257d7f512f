package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a page: the heading that agrees with what the page's data call it, else those
 * data without the site's name.
 */
final class PageTitle {
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PARTS =
      Pattern.compile(
          "\\s+[|•·»«:–—-]\\s+|\\s*[|»]\\s*|(?<=[\\p{IsHan}！？。」』】》])[-_](?=\\p{IsHan})");

  /** Titles of a section rather than of an article. */
  private static final Pattern SECTION =
      Pattern.compile(
          "home(page)?|news|blog|start(seite)?|aktuelles|artikel|article|untitled|index|accueil|inicio",
          Pattern.CASE_INSENSITIVE);

  private static final Evaluator LINK = Selector.evaluatorOf("a[href]");
  private static final Pattern HOME = Pattern.compile("(https?://[^/]+)?/?");
  private static final Pattern ENDING = Pattern.compile("[\\s|•·»«:_–—-]+$");
  private static final double AGREES = 0.6;
  private static final int KICKER = 5;
  private static final int HEADLINE = 3;
  private static final int SITE = 4;
  private static final int HEADINGS = 30;

  private final List<Element> allHeadings;
  private final Site site;
  private final List<String> witnesses = new ArrayList<>();

  /**
   * What the site is called.
   *
   * @param name as the page says; null = it does not
   * @param host of its address; empty = unknown
   */
  record Site(@Nullable String name, String host) {
    boolean isNamed(String text) {
      Set<String> words = words(text);
      if (words.isEmpty()) return false;
      if (name != null && words.equals(words(name))) return true;
      String joined = String.join("", NOT_WORD.split(text.toLowerCase(Locale.ROOT), -1));
      return joined.length() >= SITE && host.replaceAll("[-.]", "").contains(joined);
    }
  }

  private PageTitle(
      List<Element> allHeadings, String title, List<@Nullable String> said, Site site) {
    this.allHeadings = allHeadings;
    this.site = site;
    for (@Nullable String name : said) if (name != null && !name.isBlank()) witnesses.add(name);
    if (!title.isBlank()) witnesses.add(title);
  }

  /**
   * Finds the headline.
   *
   * @param title what the page's title element says
   * @param said what meta data call the page, best witness first; may hold null
   */
  static @Nullable String of(
      Landmarks marks, String title, List<@Nullable String> said, Site site) {
    return new PageTitle(marks.headings(), title, said, site).find();
  }

  private @Nullable String find() {
    List<Element> headings = headings(Set.of("h1"));
    for (Element heading : headings) {
      for (String witness : witnesses) {
        if (agree(heading.text(), witness)) return refined(heading);
      }
      if (isPart(heading.text())) return refined(heading);
    }
    for (Element heading : headings(Set.of("h2", "h3"))) {
      if (isPart(heading.text()) || isMost(heading.text())) return heading.text().strip();
    }
    if (headings.size() == 1 && isNothing()) return refined(headings.get(0));
    if (isNothing()) {
      List<Element> lower = headings(Set.of("h2"));
      if (!lower.isEmpty()) return lower.get(0).text().strip();
    }
    return witnesses.isEmpty() ? null : withoutSite(witnesses.get(0));
  }

  /** Headings that may be a headline: not the site's name, not the link to its first page. */
  private List<Element> headings(Set<String> levels) {
    var found = new ArrayList<Element>();
    for (Element heading : allHeadings) {
      if (!levels.contains(heading.normalName())) continue;
      String text = heading.text().strip();
      Element link = heading.selectFirst(LINK);
      boolean home = link != null && HOME.matcher(link.attr("href")).matches();
      if (!text.isEmpty() && !home && !isGeneric(text)) found.add(heading);
      if (found.size() == HEADINGS) break;
    }
    return found;
  }

  /** True when no witness says more than the name of the site. */
  private boolean isNothing() {
    return witnesses.stream().allMatch(this::isGeneric);
  }

  /** True for what the site, or a part of it, is called. */
  private boolean isGeneric(String text) {
    return site.isNamed(text) || SECTION.matcher(text.strip()).matches();
  }

  /** True when a witness begins with just these words, and says little more. */
  private boolean isMost(String heading) {
    for (String witness : witnesses) {
      boolean begins = witness.regionMatches(true, 0, heading, 0, heading.length());
      if (begins && words(heading).size() >= words(witness).size() * AGREES) return true;
    }
    return false;
  }

  /** True when a witness has just these words between its separators. */
  private boolean isPart(String heading) {
    Set<String> words = words(heading);
    if (words.size() < 2) return false;
    for (String witness : witnesses) {
      if (words(witness).equals(words)) return true;
      for (String part : PARTS.split(witness, -1)) if (words(part).equals(words)) return true;
    }
    return false;
  }

  /** The heading without a kicker, a date or a label that stands in it too. */
  private String refined(Element heading) {
    String text = heading.text().strip();
    for (String witness : witnesses) {
      String bare = withoutSite(witness);
      if (text.equalsIgnoreCase(bare)) return text;
      for (Element part : heading.children()) {
        if (isEndOf(part.text().strip(), bare)) return part.text().strip();
      }
      if (isEndOf(heading.ownText(), bare)) return heading.ownText();
      int before = text.length() - bare.length();
      boolean ends = before > 0 && text.regionMatches(true, before, bare, 0, bare.length());
      boolean kicker = ends && words(text.substring(0, before)).size() <= KICKER;
      if (kicker && words(bare).size() >= HEADLINE) return text.substring(before);
    }
    String[] parts = PARTS.split(text, -1);
    boolean named = parts.length > 1 && site.isNamed(parts[parts.length - 1]);
    return named ? withoutSite(text) : text;
  }

  private static boolean isEndOf(String part, String whole) {
    int before = whole.length() - part.length();
    boolean ends = before >= 0 && whole.regionMatches(true, before, part, 0, part.length());
    return ends && words(part).size() >= HEADLINE;
  }

  private static boolean agree(String heading, String witness) {
    Set<String> words = words(heading);
    Set<String> other = words(witness);
    if (words.isEmpty() || other.isEmpty()) return false;
    long shared = words.stream().filter(other::contains).count();
    boolean whole = shared >= words.size() * AGREES;
    return whole && shared >= other.size() * AGREES / 2 && (words.size() > 1 || other.size() < 3);
  }

  private static Set<String> words(String text) {
    var words = new HashSet<>(List.of(NOT_WORD.split(text.toLowerCase(Locale.ROOT), -1)));
    words.remove("");
    return words;
  }

  /** Takes a part that is the site's name, or short at the end, off a title. */
  private String withoutSite(String title) {
    String[] parts = PARTS.split(title, -1);
    if (parts.length < 2) return title.strip();
    String last = parts[parts.length - 1];
    String first = parts[0];
    String rest = ENDING.matcher(title.substring(0, title.lastIndexOf(last))).replaceAll("");
    boolean small = words(last).size() <= SITE && words(rest).size() > words(last).size();
    if (site.isNamed(last) || (small && !site.isNamed(rest))) return rest.strip();
    if (!site.isNamed(first)) return title.strip();
    return title.substring(title.indexOf(parts[1], first.length())).strip();
  }
}
