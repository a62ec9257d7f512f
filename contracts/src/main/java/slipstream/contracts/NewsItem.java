package slipstream.contracts;

import static slipstream.contracts.Required.field;

import org.jspecify.annotations.Nullable;

/**
 * One version of one news article, on {@code news.items}, keyed by {@link #id}. The record's
 * timestamp is when Slipstream learned it; publication is the field.
 *
 * @param id canonical URL where trusted, else guid, else a fingerprint of the text
 * @param version hash of title, text and publication: the same content has the same version
 * @param source id of the source it was found through
 * @param outlet the publication that printed it
 * @param tier how close the outlet stands to the facts
 * @param url where a person can read it; null when the item has no address
 * @param title plain text
 * @param text plain text, paragraphs separated by a blank line
 * @param language BCP 47 tag, null when unknown
 * @param author as printed, null when unknown
 * @param published null when no date was found: such an item never moves an outlook
 * @param sample true for a bundled item retold from public facts: never an outlet's own words
 */
public record NewsItem(
    String id,
    String version,
    String source,
    String outlet,
    Tier tier,
    @Nullable String url,
    String title,
    String text,
    @Nullable String language,
    @Nullable String author,
    @Nullable Publication published,
    boolean sample) {
  public NewsItem {
    field(id, "id");
    field(version, "version");
    field(source, "source");
    field(outlet, "outlet");
    tier = tier == null ? Tier.UNKNOWN : tier;
    field(title, "title");
    field(text, "text");
  }

  public NewsItem withPublished(Publication published) {
    return new NewsItem(
        id, version, source, outlet, tier, url, title, text, language, author, published, sample);
  }
}
