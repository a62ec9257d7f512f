package slipstream.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;

/** Markup within a feed's texts. */
final class Markup {
  private static final Pattern ACTIVE =
      Pattern.compile("<(script|style|iframe|object|embed|noscript|!--)", Pattern.CASE_INSENSITIVE);

  private static final Pattern OPEN_COMMENT = Pattern.compile("<!--[^>]*>");

  private Markup() {}

  /** The markup without scripts, styles and comments, whose words are none of the text. */
  static String safe(String markup) {
    if (markup.indexOf('<') < 0 || !ACTIVE.matcher(markup).find()) return markup;
    Document document = Jsoup.parseBodyFragment(withoutOpenComments(markup));
    document.outputSettings().prettyPrint(false);
    document.select("script,style,iframe,object,embed,noscript").remove();
    document.body().nodeStream(Comment.class).toList().forEach(Node::remove);
    return document.body().html();
  }

  /** A comment that nobody closes ends with its tag: else it would swallow all that follows. */
  private static String withoutOpenComments(String markup) {
    int closed = markup.lastIndexOf("-->") + 1;
    if (markup.indexOf("<!--", closed) < 0) return markup;
    return markup.substring(0, closed)
        + OPEN_COMMENT.matcher(markup.substring(closed)).replaceAll("");
  }

  /** The text of base64, or the input when it is none. */
  static String fromBase64(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text.strip());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
