package slipstream.contracts;

import static slipstream.contracts.Required.field;

/**
 * The shortest words that show a claim.
 *
 * @param text the words, exactly as they stand in the item
 * @param start offset of the first UTF-16 unit in the item's text (or title), inclusive
 * @param end offset after the last UTF-16 unit, exclusive
 * @param inTitle true when the offsets count in the title instead of the text
 */
public record Quote(String text, int start, int end, boolean inTitle) {
  public Quote {
    field(text, "quote.text");
  }
}
