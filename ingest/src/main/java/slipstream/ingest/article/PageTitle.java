package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a page: the heading that agrees with what the page's data call it, else those
 * data without the site's name.
 */
final class PageTitle {
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PARTS = Pattern.compile("\\s+[|•·»:–—-]\\s+|\\s*[|»]\\s*");
  private static final double AGREES = 0.6;

  private PageTitle() {}

  /**
   * Finds the headline.
   *
   * @param said what meta data call the page, best witness first; may hold null
   * @param site name of the site; null = unknown
   */
  static @Nullable String of(Document page, List<@Nullable String> said, @Nullable String site) {
    var witnesses = new ArrayList<String>();
    for (@Nullable String name : said) if (name != null && !name.isBlank()) witnesses.add(name);
    if (!page.title().isBlank()) witnesses.add(page.title());
    String heading = heading(page, witnesses);
    if (heading != null) return heading;
    return witnesses.isEmpty() ? null : withoutSite(witnesses.get(0), site);
  }

  /** The first heading whose words are those of a witness. */
  private static @Nullable String heading(Document page, List<String> witnesses) {
    List<Element> headings = page.select("h1");
    if (headings.isEmpty()) headings = page.select("h2");
    for (Element heading : headings) {
      String text = heading.text().strip();
      if (text.isEmpty()) continue;
      for (String witness : witnesses) if (agree(text, witness)) return text;
    }
    boolean only = headings.size() == 1 && witnesses.isEmpty();
    return only ? headings.get(0).text().strip() : null;
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
  private static String withoutSite(String title, @Nullable String site) {
    String[] parts = PARTS.split(title, -1);
    if (parts.length < 2) return title.strip();
    String last = parts[parts.length - 1];
    boolean named = site != null && words(last).equals(words(site));
    int end = title.lastIndexOf(last);
    String rest = title.substring(0, end).replaceAll("[\\s|•·»:–—-]+$", "");
    boolean small = words(last).size() <= 4 && words(rest).size() > words(last).size();
    return named || small ? rest.strip() : title.strip();
  }
}
