package slipstream.ingest.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What is on a page beside the article, told by tags, by tokens of class names, and by wording. */
final class Boilerplate {
  /** Elements whose content is never part of an article's words. */
  static final String NEVER =
      "script,style,noscript,template,svg,iframe,object,embed,canvas,button,select,input,textarea,"
          + "label,nav,footer,dialog,audio,video,figcaption,link,meta,[hidden],[aria-hidden=true],"
          + "[role=navigation],[role=complementary],[role=banner],[role=dialog],[role=contentinfo]";

  private static final Set<String> TOKENS =
      Set.of(
          "comment",
          "comments",
          "disqus",
          "respond",
          "sidebar",
          "related",
          "recommended",
          "recommendations",
          "recommendation",
          "promo",
          "promotion",
          "newsletter",
          "subscribe",
          "subscription",
          "signup",
          "share",
          "sharing",
          "sharebar",
          "social",
          "breadcrumb",
          "breadcrumbs",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "advert",
          "advertisement",
          "ad",
          "ads",
          "sponsor",
          "sponsored",
          "footer",
          "nav",
          "navbar",
          "navigation",
          "menu",
          "popup",
          "modal",
          "overlay",
          "login",
          "toolbar",
          "pagination",
          "pager",
          "tags",
          "taglist",
          "tagcloud",
          "caption",
          "credit",
          "byline",
          "teaser",
          "teasers",
          "outbrain",
          "taboola",
          "rating",
          "ratings",
          "paywall",
          "masthead",
          "sr",
          "visuallyhidden",
          "screenreader",
          "author",
          "authorbox",
          "bio",
          "meta",
          "metadata",
          "postmeta",
          "readmore",
          "trending",
          "popular",
          "mostread",
          "jumpmenu",
          "toc",
          "feedback",
          "copyright",
          "disclaimer",
          "follow",
          "whatsapp",
          "facebook",
          "twitter",
          "telegram",
          "noprint");

  /** Pairs of tokens that mean the same as one of the above. */
  private static final Pattern PAIRS =
      Pattern.compile(
          "(?i).*(read-?more|see-?also|also-?read|more-?(news|stories|on|from)|most-?(read|popular)|up-?next"
              + "|next-?(post|article)|prev-?(post|article)|post-?(nav|tags|footer|info)|entry-?(meta|footer|utility)"
              + "|about-?(the-)?author|article-?(footer|tags|share|info|meta)|author-?(info|box|bio)|sign-?up"
              + "|social-?\\w+|share-?\\w+|related-?\\w+|\\w*-related|newsletter-?\\w*|comment-?(list|form|area)|ad-?slot).*");

  private static final Pattern KEEP =
      Pattern.compile(
          "(?i).*(article-?body|entry-?content|post-?content|article-?content|articletext|story-?body|post-?body|main-?content).*");

  private static final Pattern CALL =
      Pattern.compile(
          "(?i)^(read (more|also|next|the full)|also read|see also|related( articles| stories| posts)?\\b|advertisement\\b|share (this|on)|"
              + "follow (us|me)|sign up|subscribe|click here|continue reading|source:|photo:|image:|image credit|credit:|"
              + "©|copyright|all rights reserved|tags?:|filed under|posted in|leave a (reply|comment)|comments?$|"
              + "you may (also )?like|recommended|more (from|on|stories)|join (us|our)|download our|watch:|video:|"
              + "lesen sie auch|mehr zum thema|lire aussi|à lire|leggi anche|lea también|te puede interesar|"
              + "newsletter|published( on|:)|updated( on|:)|last (updated|modified)|by [A-Z][a-z]+ [A-Z][a-z]+$|print$|share$|tweet$).*");

  private static final int SHORT = 160;

  private Boilerplate() {}

  /** Names that leave no doubt, even on something large. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)(^|.*[^a-z])(comments?|disqus\\w*|respond|related\\w*|sidebar|footer)([^a-z].*|$)");

  /** True when it is plainly the comments, a list of other articles, or the page's margin. */
  static boolean isPlainlyNamedSo(Element element) {
    return PLAIN.matcher(element.id()).matches() || PLAIN.matcher(element.className()).matches();
  }

  /** True when its class or id says that it is no part of the article. */
  static boolean isNamedSo(Element element) {
    String names = element.className() + " " + element.id();
    if (names.isBlank() || KEEP.matcher(names).matches()) return false;
    if (PAIRS.matcher(names).matches()) return true;
    return Arrays.stream(names.split("[^\\p{Alnum}]+|(?<=[a-z])(?=[A-Z])", -1))
        .anyMatch(token -> TOKENS.contains(token.toLowerCase(Locale.ROOT)));
  }

  /** True for a short block that calls the reader to something else, or labels something. */
  static boolean isCall(String text) {
    return text.length() < SHORT && CALL.matcher(text).matches();
  }
}
