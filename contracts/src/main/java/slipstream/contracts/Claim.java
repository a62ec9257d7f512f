package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement about when a subject is released, as one item makes it.
 *
 * @param subject id of the watched subject
 * @param status what is said of the release
 * @param window the days claimed; null = none named
 * @param superseded the most recent earlier plan that the text names; null = none
 * @param certainty how firmly it is said
 * @param origins who said it first, normalised names; empty = the item's own outlet
 * @param quote the shortest words that show it
 * @param undatedKind only for {@link ClaimStatus#UNDATED}
 * @param rule name of the rule that read the window, for explanation; null = none
 */
public record Claim(
    String subject,
    ClaimStatus status,
    @Nullable Window window,
    @Nullable Window superseded,
    Certainty certainty,
    List<String> origins,
    Quote quote,
    @Nullable UndatedKind undatedKind,
    @Nullable String rule) {
  public Claim {
    field(subject, "claim.subject");
    field(status, "claim.status");
    field(certainty, "claim.certainty");
    field(quote, "claim.quote");
    origins = origins == null ? List.of() : List.copyOf(origins);
  }
}
