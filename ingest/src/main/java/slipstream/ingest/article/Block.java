package slipstream.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * One block of text on a page and what was decided about it.
 *
 * @param text whitespace folded
 * @param tag name of the element that it stands in
 * @param linked share of it that is links, 0 to 1
 * @param zone where it stands
 * @param dropped the rule that took it out; null = it is part of the article
 */
public record Block(String text, String tag, double linked, Zone zone, @Nullable String dropped) {

  boolean isHeading() {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }

  /** True when the block is part of the article. */
  public boolean kept() {
    return dropped == null;
  }

  Block drop(String rule) {
    return dropped == null ? new Block(text, tag, linked, zone, rule) : this;
  }
}
