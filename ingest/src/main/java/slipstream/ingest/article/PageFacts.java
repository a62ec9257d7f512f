package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.Urls;

/**
 * What a page says of itself, apart from its text.
 *
 * @param url canonical address
 * @param published with the place it was read from
 * @param body text of the article in linked data; null = none
 * @param paid true when linked data say that it is not free to read
 */
record PageFacts(
    @Nullable String url,
    @Nullable String title,
    @Nullable String author,
    @Nullable String outlet,
    @Nullable String language,
    PageDate.@Nullable Dated published,
    @Nullable String body,
    boolean paid) {
  private static final int BODY = 200;
  private static final List<String> META_NAMES = List.of("name", "property", "itemprop");

  static PageFacts of(Document page, @Nullable String url) {
    var marks = Landmarks.of(page);
    var data = LinkedData.of(marks.scripts());
    var metas = metas(marks.metas());
    Element link = marks.canonical();
    String canonical = link == null ? null : blank(link.attr("abs:href"));
    String address = canonical == null ? url : canonical;
    String site = first(metas.get("og:site_name"), data.named("publisher"));
    var said =
        Arrays.asList(data.text("headline"), metas.get("og:title"), metas.get("twitter:title"));
    String host = address == null ? null : Urls.host(address);
    String author =
        first(
            PageAuthor.said(data.named("author")),
            first(
                PageAuthor.said(metas.get("author")),
                PageAuthor.said(metas.get("article:author"))));
    Element root = page.firstElementChild();
    String title =
        PageTitle.of(marks, page.title(), said, new PageTitle.Site(site, host == null ? "" : host));
    return new PageFacts(
        address,
        title,
        author == null ? PageAuthor.of(page) : author,
        site,
        root == null ? null : blank(root.attr("lang")),
        PageDate.of(page, metas, data.text("datePublished"), address, title),
        data.text("articleBody"),
        "false".equalsIgnoreCase(data.text("isAccessibleForFree")));
  }

  /** Linked data in place of what was read, where the page shows only a part of the article. */
  MainText.Read instead(MainText.Read read) {
    if (body == null || body.length() < BODY) return read;
    if (read.text().length() > body.length() / 2) return read;
    var blocks = new ArrayList<Block>();
    for (Block block : read.blocks()) blocks.add(block.drop("linked data hold more"));
    for (String text : PlainText.paragraphs(PlainText.ofMarkup(body)).split("\n\n", -1)) {
      blocks.add(new Block(text, "script", 0, Zone.MAIN, null));
    }
    return new MainText.Read(blocks, 0);
  }

  /** What the meta elements of a page say, by name in lower case; the first of a name counts. */
  private static Map<String, String> metas(List<Element> elements) {
    var metas = new HashMap<String, String>();
    for (Element meta : elements) {
      String content = blank(meta.attr("content"));
      if (content == null) continue;
      for (String attribute : META_NAMES) {
        String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) metas.putIfAbsent(name, content);
      }
    }
    return metas;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
