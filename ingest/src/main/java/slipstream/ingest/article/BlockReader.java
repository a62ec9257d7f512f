package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads a measured page block by block, with whitespace as a browser shows it. */
final class BlockReader {
  private final Region main;
  private final @Nullable Region headline;

  /** True to read also what was dropped, so that it can be shown. */
  private final boolean all;

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder inline = new StringBuilder();
  private int linked;
  private Zone zone = Zone.BEFORE;

  private BlockReader(Region main, @Nullable Region headline, boolean all) {
    this.main = main;
    this.headline = headline;
    this.all = all;
  }

  /** The blocks around and in the main region, or of the whole page when {@code all} is wanted. */
  static List<Block> read(Region body, Region main, @Nullable Region headline, boolean all) {
    var reader = new BlockReader(main, headline, all);
    reader.region(all ? body : MainRegion.around(main, headline));
    return reader.blocks;
  }

  private void region(Region region) {
    if (region == main) zone = Zone.MAIN;
    int next = 0;
    for (Node node : region.element.childNodes()) {
      if (node instanceof TextNode text) {
        inline.append(text.getWholeText());
      } else if (node instanceof Element && next < region.children.size()) {
        child(region.children.get(next++), region);
      }
    }
    if (region == main) {
      flush(region);
      zone = Zone.AFTER;
    }
  }

  private void child(Region child, Region region) {
    if (child.dropped != null) {
      if (all) other(child, region, child.dropped);
    } else if (child.is("br")) {
      inline.append('\n');
    } else if (child.is("a") && child.holdsBlocks && child != main) {
      if (all) other(child, region, "card");
    } else if (child.isBlock() || child.holdsBlocks) {
      flush(region);
      region(child);
      flush(child);
      if (child == headline && zone == Zone.BEFORE) zone = Zone.LEAD;
    } else {
      int before = inline.length();
      region(child);
      if (child.is("a")) linked += inline.length() - before;
    }
  }

  /** Something that was dropped as a whole, as one block. */
  private void other(Region child, Region region, String reason) {
    if (child.is("script") || child.is("style") || child.is("template")) return;
    String text = folded(child.element.text());
    if (text.isEmpty()) return;
    flush(region);
    blocks.add(new Block(text, child.name(), child.density(), zone, reason));
  }

  private void flush(Region region) {
    String text = folded(inline);
    if (!text.isEmpty()) {
      double share = Math.min(1, (double) linked / text.length());
      blocks.add(new Block(text, region.name(), share, zone, null));
    }
    inline.setLength(0);
    linked = 0;
  }

  /** Asks Java only about characters that may be one. */
  static boolean isSpace(char c) {
    return (c <= ' ' || c >= '\u0080') && Character.isWhitespace(c);
  }

  /** Whitespace as one space; without soft hyphens and other characters that show nothing. */
  static String folded(CharSequence raw) {
    char[] text = raw.toString().toCharArray();
    int end = 0;
    for (char c : text) {
      if (isSpace(c) || c == '\u00a0') {
        if (end > 0 && text[end - 1] != ' ') text[end++] = ' ';
      } else if (c != '\u00ad' && c != '\u200b' && c != '\ufeff') {
        text[end++] = c;
      }
    }
    return new String(text, 0, end > 0 && text[end - 1] == ' ' ? end - 1 : end);
  }
}
