package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The article's own words on a page, with the rule that decided about each block. */
final class MainText {
  private static final double LINKED = 0.5;
  private static final double ALL = 0.95;
  private static final int LABEL = 200;
  private static final int LEAD = 60;
  private static final int SUBTITLE = 25;
  private static final int SENTENCE = 60;
  private static final int PARAGRAPH = 100;
  private static final double TAIL = 0.85;

  private final List<Block> blocks;
  private final @Nullable String title;

  /**
   * What was read.
   *
   * @param teasers headings in the main region that are links to other pages
   */
  record Read(List<Block> blocks, int teasers) {
    /** The text, paragraphs separated by a blank line. */
    String text() {
      return blocks.stream()
          .filter(Block::kept)
          .map(Block::text)
          .collect(Collectors.joining("\n\n"));
    }
  }

  private MainText(List<Block> blocks, @Nullable String title) {
    this.blocks = new ArrayList<>(blocks);
    this.title = title;
  }

  /**
   * Judges the blocks of a page.
   *
   * @param all true to give also what lies outside the article
   */
  static Read of(Document page, @Nullable String title, boolean all) {
    Region body = Region.of(page.body());
    Region main = MainRegion.of(body);
    Region headline = MainRegion.headline(body, main, title);
    var text = new MainText(BlockReader.read(body, main, headline, all), title);
    text.judge();
    return new Read(text.blocks, MainRegion.teasers(main));
  }

  private void judge() {
    each(MainText::zoneRule);
    each(this::ownRule);
    repeated();
    sections();
    onlyLinks();
    tail();
    headsNothing();
  }

  private interface Rule {
    @Nullable String of(Block block);
  }

  private void each(Rule rule) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      String reason = block.kept() ? rule.of(block) : null;
      if (reason != null) drop(i, reason);
    }
  }

  private void drop(int i, String reason) {
    blocks.set(i, blocks.get(i).drop(reason));
  }

  private static @Nullable String zoneRule(Block block) {
    return switch (block.zone()) {
      case BEFORE -> "before the headline";
      case LEAD -> isLead(block) ? null : "no lead";
      case MAIN -> null;
      case AFTER -> "after the article";
    };
  }

  /** Between headline and article stand the lead, and all that is said of the article. */
  private static boolean isLead(Block block) {
    if (block.linked() > 0.3 || block.tag().equals("h1")) return false;
    if (Boilerplate.isByline(block.text()) || Boilerplate.isTail(block.text())) return false;
    return block.text().length() >= (block.isHeading() ? SUBTITLE : LEAD);
  }

  private @Nullable String ownRule(Block block) {
    String text = block.text();
    if (title != null && text.equalsIgnoreCase(title)) return "headline";
    if (Boilerplate.isCall(text)) return "call";
    boolean words = text.codePoints().anyMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    return words ? null : "no words";
  }

  /** A lead that stands there twice, or again as the first paragraph. */
  private void repeated() {
    var seen = new HashSet<String>();
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (!block.kept()) continue;
      if (!seen.add(block.text()) && block.zone() == Zone.LEAD) drop(i, "repeated");
    }
  }

  /** Drops what stands below a heading that names something beside the article. */
  private void sections() {
    long whole = length(0);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (!block.kept() && !"call".equals(block.dropped())) continue;
      if (Boilerplate.headsComments(block.text()) && length(i) < whole / 2) {
        for (int j = i; j < blocks.size(); j++) drop(j, "comments");
      } else if (Boilerplate.headsRelated(block.text())) {
        drop(i, "heads related");
        for (int j = i + 1; j < blocks.size() && isTeaser(blocks.get(j)); j++) drop(j, "related");
      } else if (Boilerplate.headsAuthor(block.text()) && length(i) < whole / 3) {
        drop(i, "about the author");
        for (int j = i + 1; j < blocks.size() && !blocks.get(j).isHeading(); j++) {
          drop(j, "about the author");
        }
      }
    }
  }

  private static boolean isTeaser(Block block) {
    return !block.kept() || block.linked() > LINKED || block.text().length() < PARAGRAPH;
  }

  private long length(int from) {
    long length = 0;
    for (int i = from; i < blocks.size(); i++) {
      if (blocks.get(i).kept()) length += blocks.get(i).text().length();
    }
    return length;
  }

  /** A block that is links: a word of the article among its sentences, or a list of others. */
  private void onlyLinks() {
    for (int i = 0; i < blocks.size(); i++) {
      int end = i;
      while (end < blocks.size() && isLinks(blocks.get(end))) end++;
      for (int j = i; j < end; j++) {
        if (!isPartOfText(blocks.get(j), end - i, end)) drop(j, "only links");
      }
      i = Math.max(i, end - 1);
    }
  }

  private static boolean isLinks(Block block) {
    return block.kept() && block.linked() > LINKED && block.text().length() < LABEL;
  }

  private boolean isPartOfText(Block block, int run, int next) {
    boolean whole = block.linked() > ALL;
    if (block.isHeading())
      return run < 4 && hasText(next) && !(whole && block.text().length() > SENTENCE);
    if (!whole && block.text().length() > SENTENCE) return true;
    return switch (block.tag()) {
      case "li", "dd" -> hasText(next) && (run < 12 || !whole);
      case "p" -> hasText(next) && run < 2;
      case "td", "th" -> !whole || run < 2;
      default -> !whole && run < 4;
    };
  }

  /** True when running text follows. */
  private boolean hasText(int from) {
    for (int i = from; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.kept() && block.linked() < LINKED && block.text().length() > PARAGRAPH) return true;
    }
    return false;
  }

  /** Drops calls and notes at the end, as long as nothing else stands between. */
  private void tail() {
    long whole = length(0);
    long seen = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (!block.kept()) continue;
      seen += block.text().length();
      if (seen > whole * TAIL && Boilerplate.isTail(block.text())) drop(i, "tail");
    }
  }

  /** A heading with nothing below it headed what was dropped. */
  private void headsNothing() {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (!block.kept()) continue;
      if (!block.isHeading()) return;
      drop(i, "heads nothing");
    }
  }
}
