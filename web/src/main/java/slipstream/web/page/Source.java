package slipstream.web.page;

import java.util.List;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Quote;

/** Where words were read, and whose words they are. */
final class Source {
  private Source() {}

  /** The title, linked where the item has an address of the web, and the outlet. */
  static Html link(ItemRef item) {
    return Html.of(
        "{} <span class=\"quiet\">{}</span>", Html.link(item.url(), item.title()), item.outlet());
  }

  /** The outlet, and whom it cites. */
  static String outlet(ItemRef item, List<String> origins) {
    boolean itself = origins.isEmpty() || origins.equals(List.of(item.outlet()));
    return itself ? item.outlet() : item.outlet() + ", citing " + String.join(", ", origins);
  }

  /** The words of the outlet; those of a sample are ours and never stand as a quotation. */
  static Html quote(Quote quote, ItemRef item) {
    if (item.sample()) {
      return Html.of(
          "<p class=\"said retold\"><span class=\"quiet\">Retold from public facts:</span> {}</p>",
          quote.text());
    }
    return Html.of("<blockquote class=\"said\">{}</blockquote>", quote.text());
  }
}
