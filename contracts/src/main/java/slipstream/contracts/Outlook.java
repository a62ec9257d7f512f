package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held now for a subject, on {@code release.outlooks}, keyed by subject, compacted.
 *
 * @param subject id of the subject
 * @param held current window and state
 * @param since publication of the claim it rests on; null when nothing is held
 * @param word on whose word it rests; null when nothing is held
 * @param overdue true once the clock has passed the window without a release
 * @param rumour what the rumour slot holds; null when empty
 * @param others other live windows, most origins first: who disagrees now
 * @param lastChange id of the newest change; null before the first
 * @param clock the clock of the fold: the newest publication, or the wall clock when all was read
 * @param config version of the watchlist of the newest claim
 */
public record Outlook(
    String subject,
    Position held,
    @Nullable Instant since,
    @Nullable Word word,
    boolean overdue,
    @Nullable Position rumour,
    List<Dissent> others,
    @Nullable String lastChange,
    Instant clock,
    String config) {
  public Outlook {
    field(subject, "subject");
    field(held, "held");
    field(clock, "clock");
    field(config, "config");
    others = others == null ? List.of() : List.copyOf(others);
  }

  public Outlook withLastChange(@Nullable String change) {
    return new Outlook(subject, held, since, word, overdue, rumour, others, change, clock, config);
  }

  /**
   * On whose word the outlook rests.
   *
   * @param claim id of the claim
   * @param origin who said it first, or the outlet when it speaks for itself
   * @param certainty how firmly
   * @param origins number of independent origins that say the same
   * @param item where it can be read
   */
  public record Word(String claim, String origin, Certainty certainty, int origins, ItemRef item) {}

  /**
   * A live window that differs from the one held.
   *
   * @param status of its newest claim
   * @param window the days
   * @param origins number of independent origins behind it
   */
  public record Dissent(ClaimStatus status, @Nullable Window window, int origins) {}
}
