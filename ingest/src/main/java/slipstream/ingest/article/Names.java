package slipstream.ingest.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the class and id of an element say of it, by whole words: {@code share-bar} is about
 * sharing, {@code shared} is not.
 *
 * @param aside the word by which it is something beside the article; null = none
 * @param plain true when that word leaves no doubt, even on something large
 * @param body true when it says that it is the article's body
 * @param lead true when it says that it is the lead paragraph
 */
record Names(@Nullable String aside, boolean plain, boolean body, boolean lead) {
  private static final Names NONE = new Names(null, false, false, false);
  private static final int MAX_LENGTH = 500;

  /** Words that theme builders put on every article, with what it is filed under. */
  private static final Pattern FILED =
      Pattern.compile("(?:^|\\s)(?:tag|category|has|no|with|without|type|status|format|js)-\\S*");

  private static final Pattern PARTS =
      Pattern.compile("[^\\p{Alnum}]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Set<String> PLAIN =
      Set.of("comments", "comment", "commentlist", "disqus", "respond");

  private static final Set<String> ASIDE =
      Set.of(
          ("comment,comments,disqus,respond,sidebar,related,recommended,recommendations,recommendation,promo,promotion,newsletter,"
                  + "subscribe,subscription,signup,share,sharing,sharebar,social,breadcrumb,breadcrumbs,cookie,cookies,consent,gdpr,advert,"
                  + "advertisement,ad,ads,sponsor,sponsored,footer,nav,navbar,navigation,menu,popup,modal,overlay,login,toolbar,pagination,"
                  + "pager,tags,taglist,tagcloud,caption,credit,byline,teaser,teasers,outbrain,taboola,rating,ratings,paywall,masthead,sr,"
                  + "visuallyhidden,screenreader,author,authorbox,bio,meta,metadata,postmeta,readmore,trending,popular,mostread,jumpmenu,toc,"
                  + "feedback,copyright,disclaimer,follow,whatsapp,facebook,telegram,noprint")
              .split(","));

  private static final Set<String> PAIRS =
      Set.of(
          ("read-more,see-also,also-read,more-news,more-stories,more-on,more-from,most-read,most-popular,up-next,next-post,next-article,"
                  + "prev-post,prev-article,post-nav,post-tags,post-footer,post-info,entry-meta,entry-footer,entry-utility,about-author,"
                  + "about-the,article-footer,article-tags,article-share,article-info,article-meta,author-info,author-box,author-bio,sign-up,"
                  + "ad-slot")
              .split(","));

  private static final Set<String> BODY =
      Set.of(
          ("article-body,entry-content,post-content,article-content,article-text,story-body,post-body,main-content,story-content,"
                  + "articlebody,articlecontent,articletext,entrycontent,postcontent,storybody")
              .split(","));

  private static final Set<String> LEAD =
      Set.of(
          "lead,lede,intro,introduction,standfirst,subtitle,subheadline,subhead,dek,deck,teasertext,excerpt,kicker-text,chapeau,vorspann,summary,abstract,subheading,bajada,sapo"
              .split(","));

  /** Reads names, each spelling once a page. */
  static final class Reader {
    private final Map<String, Names> known = new HashMap<>();

    Names of(Element element) {
      if (element.attributesSize() == 0) return NONE;
      String spelling = element.className() + " " + element.id();
      return spelling.length() < 2 ? NONE : known.computeIfAbsent(spelling, Names::read);
    }
  }

  private static Names read(String spelling) {
    String bounded = spelling.substring(0, Math.min(spelling.length(), MAX_LENGTH));
    String[] parts = PARTS.split(FILED.matcher(bounded).replaceAll(" "), -1);
    String aside = null;
    boolean plain = false;
    boolean body = false;
    boolean lead = false;
    String before = "";
    for (String part : parts) {
      String word = part.toLowerCase(Locale.ROOT);
      String pair = before + "-" + word;
      before = word;
      if (aside == null && (ASIDE.contains(word) || PAIRS.contains(pair))) {
        aside = ASIDE.contains(word) ? word : pair;
      }
      plain |= PLAIN.contains(word);
      body |= BODY.contains(word) || BODY.contains(pair);
      lead |= LEAD.contains(word) || LEAD.contains(pair);
    }
    return new Names(body ? null : aside, plain && !body, body, lead);
  }
}
