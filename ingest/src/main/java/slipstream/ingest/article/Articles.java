package slipstream.ingest.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads article pages. */
public final class Articles {
  /**
   * Ten times the tags of a long page; parsing takes time for each, the more the deeper it lies.
   */
  private static final int MAX_TAGS = 200_000;

  private Articles() {}

  /**
   * Reads a page.
   *
   * @param charset from the HTTP header; null = from byte order mark or meta element
   * @param url where it was fetched; null = unknown
   */
  public static Article read(byte[] html, @Nullable String charset, @Nullable String url) {
    try {
      return explained(parsed(html, charset, url), url, false).article();
    } catch (IOException e) {
      return new Article(
          url, null, "", null, null, null, null, null, 0, "unreadable: " + e.getMessage());
    }
  }

  /** Reads a page that is text already. */
  public static Article read(String html, @Nullable String url) {
    return read(html.getBytes(UTF_8), UTF_8.name(), url);
  }

  /**
   * An article with the blocks of its page.
   *
   * @param blocks in the order of the page, those outside the article too
   */
  public record Explained(Article article, List<Block> blocks) {}

  /** Reads a page and keeps what was decided about each block. */
  public static Explained explain(byte[] html, @Nullable String charset, @Nullable String url)
      throws IOException {
    return explained(parsed(html, charset, url), url, true);
  }

  /** A charset that nobody knows says nothing: the bytes then speak for themselves. */
  private static Document parsed(byte[] html, @Nullable String charset, @Nullable String url)
      throws IOException {
    if (html.length > 2 * MAX_TAGS && tags(html) > MAX_TAGS)
      throw new IOException("more tags than any article has");
    String known = charset != null && isKnown(charset) ? charset : null;
    return Jsoup.parse(new ByteArrayInputStream(html), known, url == null ? "" : url, parser());
  }

  private static int tags(byte[] html) {
    int tags = 0;
    for (int i = 1; i < html.length; i++) {
      if (html[i - 1] == '<' && isLetter(html[i])) tags++;
    }
    return tags;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static Parser parser() {
    return Parser.htmlParser().setMaxDepth(Region.MAX_DEPTH);
  }

  private static boolean isKnown(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static Explained explained(Document page, @Nullable String url, boolean all) {
    var facts = PageFacts.of(page, url);
    MainText.Read read = facts.instead(MainText.of(page, facts.title(), all));
    var quality = Quality.of(read, facts.title(), facts.paid());
    var dated = facts.published();
    var article =
        new Article(
            facts.url(),
            facts.title(),
            read.text(),
            facts.author(),
            facts.outlet(),
            facts.language(),
            dated == null ? null : dated.publication(),
            dated == null ? null : dated.day(),
            quality.score(),
            quality.refusal());
    return new Explained(article, read.blocks());
  }
}
