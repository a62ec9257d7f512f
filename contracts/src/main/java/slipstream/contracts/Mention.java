package slipstream.contracts;

import static slipstream.contracts.Required.field;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A subject or theme found in one version of an item, on {@code news.mentions}, keyed by {@link
 * #watched}. A mention without spans takes back what an earlier version of the item said.
 *
 * @param watched id of the subject or theme
 * @param kind whether {@code watched} is a subject or a theme
 * @param item the item it was found in
 * @param spans where it stands; empty = this version no longer names it
 * @param alsoWatched the other watched ids that the same version names
 * @param origins who the item says it from, normalised names; empty = its own outlet
 * @param sentiment towards the watched matter, over the sentences that speak of it
 * @param claims every claim about the subject; empty for a theme
 * @param sketch of the item's content, for finding copies
 * @param config version of the watchlist it was read with
 */
public record Mention(
    String watched,
    WatchedKind kind,
    ItemRef item,
    List<Span> spans,
    List<String> alsoWatched,
    List<String> origins,
    Sentiment sentiment,
    List<Claim> claims,
    Sketch sketch,
    String config) {
  public Mention {
    field(watched, "watched");
    field(kind, "kind");
    field(item, "item");
    field(config, "config");
    spans = spans == null ? List.of() : List.copyOf(spans);
    alsoWatched = alsoWatched == null ? List.of() : List.copyOf(alsoWatched);
    origins = origins == null ? List.of() : List.copyOf(origins);
    claims = claims == null ? List.of() : List.copyOf(claims);
    sentiment = sentiment == null ? Sentiment.NONE : sentiment;
    sketch = sketch == null ? Sketch.EMPTY : sketch;
  }

  /** The record that takes back what an earlier version of {@code item} said of {@code watched}. */
  public static Mention retraction(String watched, WatchedKind kind, ItemRef item, String config) {
    return new Mention(
        watched,
        kind,
        item,
        List.of(),
        List.of(),
        List.of(),
        Sentiment.NONE,
        List.of(),
        Sketch.EMPTY,
        config);
  }

  @JsonIgnore
  public boolean isRetraction() {
    return spans.isEmpty();
  }
}
