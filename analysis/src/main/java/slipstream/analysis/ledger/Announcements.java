package slipstream.analysis.ledger;

import java.time.Instant;
import java.util.List;
import slipstream.contracts.Change;

/** Matches what the fold found to what was announced (DESIGN contract 3). */
public final class Announcements {
  private Announcements() {}

  /**
   * What must be announced now: new changes with their fixed ids, and corrections for announced
   * ones that are gone.
   *
   * @param announced every change ever announced for the subject, corrections too, oldest first
   * @param found the changes of the fold, oldest first
   * @param learnedAt record time of what caused the fold: for corrections, and for what has no item
   * @return in the order to announce them; empty when nothing is new
   */
  public static List<Change> settle(List<Change> announced, List<Change> found, Instant learnedAt) {
    return List.of();
  }
}
