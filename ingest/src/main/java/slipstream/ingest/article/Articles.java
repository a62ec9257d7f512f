package slipstream.ingest.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads article pages. */
public final class Articles {
  private Articles() {}

  /**
   * Reads a page.
   *
   * @param charset from the HTTP header; null = from byte order mark or meta element
   * @param url where it was fetched; null = unknown
   */
  public static Article read(byte[] html, @Nullable String charset, @Nullable String url) {
    try {
      String base = url == null ? "" : url;
      return read(Jsoup.parse(new ByteArrayInputStream(html), charset, base), url);
    } catch (IOException e) {
      return new Article(url, null, "", null, null, null, null, "unreadable: " + e.getMessage());
    }
  }

  /** Reads a page that is text already. */
  public static Article read(String html, @Nullable String url) {
    return read(Jsoup.parse(html, url == null ? "" : url), url);
  }

  private static Article read(Document page, @Nullable String url) {
    return explained(page, url, false).article();
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
    String base = url == null ? "" : url;
    return explained(Jsoup.parse(new ByteArrayInputStream(html), charset, base), url, true);
  }

  private static Explained explained(Document page, @Nullable String url, boolean all) {
    var facts = PageFacts.of(page, url);
    List<Block> blocks = MainText.of(page, facts.title(), all);
    String text = MainText.text(blocks);
    var article =
        new Article(
            facts.url(),
            facts.title(),
            text,
            facts.author(),
            facts.outlet(),
            facts.language(),
            facts.published(),
            text.isBlank() ? "no article text found" : null);
    return new Explained(article, blocks);
  }
}
