package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the class and id of an element say of it, by whole words: {@code share-bar} is about
 * sharing, {@code shared} is not.
 *
 * @param aside the word by which it is something beside the article; null = none
 * @param plain true when that word leaves no doubt, even on something large
 * @param body true when it says that it is the article's body
 */
record Names(@Nullable String aside, boolean plain, boolean body) {
  private static final Names NONE = new Names(null, false, false);
  private static final int MAX_LENGTH = 500;
  private static final char SIGN = '-';

  /** What begins a class that theme builders put on every article, with what it is filed under. */
  private static final Set<String> FILED =
      Set.of("tag", "category", "has", "no", "with", "without", "type", "status", "format", "js");

  private enum Sense {
    ASIDE,
    PLAIN,
    BODY
  }

  /** What a word says, or two words with a hyphen. */
  private static final Map<String, Set<Sense>> SENSES = new HashMap<>();

  /** First words of such a pair. */
  private static final Set<String> FIRST = new HashSet<>();

  static {
    add(
        Sense.ASIDE,
        "comment,comments,disqus,respond,sidebar,related,recommended,recommendations,"
            + "recommendation,promo,promotion,newsletter,subscribe,subscription,signup,share,sharing,"
            + "sharebar,social,breadcrumb,breadcrumbs,cookie,cookies,consent,gdpr,advert,advertisement,"
            + "ad,ads,sponsor,sponsored,footer,nav,navbar,navigation,menu,popup,modal,overlay,login,"
            + "toolbar,pagination,pager,tags,taglist,tagcloud,caption,credit,byline,teaser,teasers,"
            + "outbrain,taboola,rating,ratings,paywall,masthead,sr,visuallyhidden,screenreader,author,"
            + "authorbox,bio,meta,metadata,postmeta,readmore,trending,popular,mostread,jumpmenu,toc,"
            + "feedback,copyright,disclaimer,follow,whatsapp,facebook,telegram,noprint,read-more,"
            + "see-also,also-read,more-news,more-stories,more-on,more-from,most-read,most-popular,"
            + "up-next,next-post,next-article,prev-post,prev-article,post-nav,post-tags,post-footer,"
            + "post-info,entry-meta,entry-footer,entry-utility,about-author,about-the,article-footer,"
            + "article-tags,article-share,article-info,article-meta,author-info,author-box,author-bio,"
            + "sign-up,ad-slot");
    add(Sense.PLAIN, "comments,comment,commentlist,disqus,respond");
    add(
        Sense.BODY,
        "article-body,entry-content,post-content,article-content,article-text,story-body,post-body,"
            + "main-content,story-content,articlebody,articlecontent,articletext,entrycontent,"
            + "postcontent,storybody");
  }

  private static void add(Sense sense, String names) {
    for (String name : names.split(",", -1)) {
      SENSES.computeIfAbsent(name, n -> EnumSet.noneOf(Sense.class)).add(sense);
      int hyphen = name.indexOf('-');
      if (hyphen > 0) FIRST.add(name.substring(0, hyphen));
    }
  }

  /** Reads names, each spelling once a page. */
  static final class Reader {
    private final Map<String, Names> known = new HashMap<>();

    Names of(Element element) {
      if (element.attributesSize() == 0) return NONE;
      String id = element.id();
      String spelling = id.isEmpty() ? element.className() : element.className() + " " + id;
      return spelling.isEmpty() ? NONE : known.computeIfAbsent(spelling, Names::read);
    }
  }

  private static Names read(String spelling) {
    var said = EnumSet.noneOf(Sense.class);
    String aside = null;
    String before = "";
    for (String word : words(spelling)) {
      boolean paired = FIRST.contains(before);
      for (String name : paired ? List.of(word, before + "-" + word) : List.of(word)) {
        Set<Sense> senses = SENSES.getOrDefault(name, Set.of());
        said.addAll(senses);
        if (aside == null && senses.contains(Sense.ASIDE)) aside = name;
      }
      before = word;
    }
    boolean body = said.contains(Sense.BODY);
    return new Names(body ? null : aside, said.contains(Sense.PLAIN) && !body, body);
  }

  private static List<String> words(String spelling) {
    var words = new ArrayList<String>();
    String bounded = spelling.substring(0, Math.min(spelling.length(), MAX_LENGTH));
    var names = new StringTokenizer(bounded);
    while (names.hasMoreTokens()) {
      String name = names.nextToken();
      if (!FILED.contains(name.substring(0, Math.max(0, name.indexOf('-'))))) addWords(name, words);
    }
    return words;
  }

  /** Cuts a name at signs and, as in camel case, before capitals. */
  private static void addWords(String name, List<String> words) {
    int start = 0;
    char before = SIGN;
    char here = kind(name, 0);
    for (int i = 0; i <= name.length(); i++) {
      char next = kind(name, i + 1);
      boolean hump = here == 'A' && (before == 'a' || (before == 'A' && next == 'a'));
      if (here == SIGN || hump) {
        if (i > start) words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        start = hump ? i : i + 1;
      }
      before = here;
      here = next;
    }
  }

  /** A small letter, a capital, a digit, or a sign, as which the end counts. */
  private static char kind(String name, int at) {
    char c = at < name.length() ? name.charAt(at) : SIGN;
    if (c >= 'a' && c <= 'z') return 'a';
    if (c >= 'A' && c <= 'Z') return 'A';
    return c >= '0' && c <= '9' ? '0' : SIGN;
  }
}
