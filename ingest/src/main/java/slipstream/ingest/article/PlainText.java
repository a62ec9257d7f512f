package slipstream.ingest.article;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Plain text with its paragraphs told apart by a blank line, as items have it. */
public final class PlainText {
  /** Text wrapped by an editor stays under this; a longer line is a paragraph by itself. */
  private static final int WRAPPED = 120;

  private PlainText() {}

  /** Plain text as an editor or a mail program wrote it. */
  public static String paragraphs(String text) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    boolean wrapped = unix.lines().allMatch(line -> line.length() <= WRAPPED);
    String[] blocks = unix.split(wrapped ? "\n[ \t]*\n" : "\n", -1);
    return Arrays.stream(blocks)
        .map(block -> block.replace('\n', ' ').strip())
        .filter(block -> !block.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** The words of a piece of markup; plain text comes back as it is. */
  public static String ofMarkup(String markup) {
    if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) return markup.strip();
    var body = Jsoup.parseBodyFragment(markup).body();
    body.select("script,style,noscript,iframe").remove();
    var blocks = new StringBuilder();
    body.traverse(new Blocks(blocks));
    return paragraphsOf(blocks);
  }

  private static String paragraphsOf(StringBuilder blocks) {
    return blocks
        .toString()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** Writes text in one line a block. */
  private record Blocks(StringBuilder out) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        out.append(text.getWholeText().replaceAll("\\s+", " "));
      } else if (breaks(node)) {
        out.append('\n');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element && breaks(node)) out.append('\n');
    }

    private static boolean breaks(Node node) {
      return node instanceof Element e && (e.isBlock() || e.normalName().equals("br"));
    }
  }
}
