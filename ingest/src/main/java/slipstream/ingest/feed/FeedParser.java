package slipstream.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, well formed or not. */
public final class FeedParser {
  /** An entry more than any feed has; further ones are not read. */
  private static final int MAX_ENTRIES = 5_000;

  private FeedParser() {}

  /**
   * Reads a feed.
   *
   * @param contentType header it came with; null = none
   * @param url it came from, which relative links start from; null = unknown
   * @throws FeedException when it is none
   */
  public static Feed parse(byte[] content, @Nullable String contentType, @Nullable String url)
      throws FeedException {
    String text = FeedText.decode(content, contentType);
    String start = text.stripLeading();
    if (start.startsWith("{")) return JsonFeed.parse(start, url);
    Xml root = XmlReader.read(text);
    if (root == null) throw new FeedException("no feed: no XML in it");
    return parse(root, url);
  }

  private static Feed parse(Xml root, @Nullable String url) throws FeedException {
    return switch (root.name) {
      case "rss", "rdf", "channel" -> rss(root, url);
      case "feed" -> {
        var fields = new FeedFields(root, url);
        yield fields.feed(entries(root, "entry", fields.base()));
      }
      case "html" -> throw new FeedException("no feed: an HTML page");
      default -> throw new FeedException("no feed: it begins with <" + shortened(root.name) + ">");
    };
  }

  /** RSS 2.0 has its items in the channel, RSS 1.0 beside it. */
  private static Feed rss(Xml root, @Nullable String url) {
    Xml found = root.child("", "channel");
    String outer = new FeedFields(root, url).base();
    Xml channel = found == null ? root : found;
    var fields = new FeedFields(channel, outer);
    var items = entries(channel, "item", fields.base());
    if (items.isEmpty() && found != null) items = entries(root, "item", outer);
    return fields.feed(items);
  }

  private static List<FeedEntry> entries(Xml parent, String name, @Nullable String base) {
    var entries = new ArrayList<FeedEntry>();
    for (Xml child : parent.children()) {
      if (child.name.equals(name) && entries.size() < MAX_ENTRIES) {
        entries.add(new FeedFields(child, base).entry());
      }
    }
    return entries;
  }

  private static String shortened(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.length() > 40 ? lower.substring(0, 40) : lower;
  }
}
