package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outlook of a subject moved: the fact that an alert is about, on {@code alerts.changes}, keyed
 * by subject, kept for ever. An announced change is history; a {@link ChangeKind#CORRECTION} takes
 * one back.
 *
 * @param id fixed when announced: a hash of subject, kind, window and ordinal
 * @param subject id of the subject
 * @param kind how the outlook moved
 * @param severity how much it weighs
 * @param before what was held
 * @param after what is held now; for a rumour, what the rumour says; for a denial, the denied
 *     window
 * @param quote the words that moved it; null for overdue
 * @param item where they stand; null for overdue
 * @param claim id of the claim; null for overdue
 * @param certainty how firmly it was said; null for overdue
 * @param origins who said it first; the outlet when it speaks for itself; empty for overdue
 * @param independentOrigins number of independent origins that said so when it was announced
 * @param daysMoved days from the old latest day to the new one, positive = later; null when either
 *     is open or missing
 * @param assertedAt when it was said: publication, or 00:00 UTC after the window for overdue
 * @param learnedAt when Slipstream learned it; null for overdue
 * @param backfill true when learned more than 48 h after it was published
 * @param takesBack id of the change that this one takes back; null unless a denial or correction
 * @param related ids of the items on watched themes since the last change, newest first, at most 10
 * @param sample true when the item is a bundled sample
 * @param config version of the watchlist
 */
public record Change(
    String id,
    String subject,
    ChangeKind kind,
    Severity severity,
    Position before,
    Position after,
    @Nullable Quote quote,
    @Nullable ItemRef item,
    @Nullable String claim,
    @Nullable Certainty certainty,
    List<String> origins,
    int independentOrigins,
    @Nullable Integer daysMoved,
    Instant assertedAt,
    @Nullable Instant learnedAt,
    boolean backfill,
    @Nullable String takesBack,
    List<String> related,
    boolean sample,
    String config) {
  public Change {
    field(id, "id");
    field(subject, "subject");
    field(kind, "kind");
    field(severity, "severity");
    field(before, "before");
    field(after, "after");
    field(assertedAt, "assertedAt");
    field(config, "config");
    origins = origins == null ? List.of() : List.copyOf(origins);
    related = related == null ? List.of() : List.copyOf(related);
  }

  /**
   * The same as it goes upon its topic.
   *
   * @param learnedAt when the words it rests on were read; null = not known
   */
  public Change announced(
      String id, @Nullable Instant learnedAt, boolean backfill, @Nullable String takesBack) {
    return with(id, learnedAt, backfill, takesBack, related);
  }

  public Change withRelated(List<String> items) {
    return with(id, learnedAt, backfill, takesBack, items);
  }

  private Change with(
      String id,
      @Nullable Instant learnedAt,
      boolean backfill,
      @Nullable String takesBack,
      List<String> related) {
    return new Change(
        id,
        subject,
        kind,
        severity,
        before,
        after,
        quote,
        item,
        claim,
        certainty,
        origins,
        independentOrigins,
        daysMoved,
        assertedAt,
        learnedAt,
        backfill,
        takesBack,
        related,
        sample,
        config);
  }
}
