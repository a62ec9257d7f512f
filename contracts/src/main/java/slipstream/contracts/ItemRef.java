package slipstream.contracts;

import static slipstream.contracts.Required.field;

import org.jspecify.annotations.Nullable;

/**
 * What others need to know of an item without its text.
 *
 * @param id the item's id
 * @param version the version that was read
 * @param url where a person can read it; null when it has no address
 * @param title plain text
 * @param outlet the publication that printed it
 * @param tier how close the outlet stands to the facts
 * @param published null when no date was found
 * @param sample true for a bundled item retold from public facts
 */
public record ItemRef(
    String id,
    String version,
    @Nullable String url,
    String title,
    String outlet,
    Tier tier,
    @Nullable Publication published,
    boolean sample) {
  public ItemRef {
    field(id, "item.id");
    field(version, "item.version");
    field(title, "item.title");
    field(outlet, "item.outlet");
    tier = tier == null ? Tier.UNKNOWN : tier;
  }

  public static ItemRef of(NewsItem item) {
    return new ItemRef(
        item.id(),
        item.version(),
        item.url(),
        item.title(),
        item.outlet(),
        item.tier(),
        item.published(),
        item.sample());
  }
}
