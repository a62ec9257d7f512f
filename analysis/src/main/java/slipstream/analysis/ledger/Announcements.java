package slipstream.analysis.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Severity;

/**
 * Matches what the fold found to what was announced (DESIGN contract 3), see {@link Matching}. A
 * matched change keeps the id it was announced with. A change that was taken back and comes back is
 * announced anew, under the next free id: who listens only for slips needs no knowledge of
 * corrections.
 */
public final class Announcements {
  private Announcements() {}

  /**
   * What must be announced now: corrections for announced changes that are gone, and new changes
   * with their fixed ids. Once that is announced too, the same find settles to nothing.
   *
   * @param announced every change ever announced for the subject, corrections too
   * @param found the changes of the fold, oldest first
   * @param learnedAt record time of what caused the fold: for corrections, and for what has no item
   * @return corrections first, then new changes in the order found; empty when nothing is new
   */
  public static List<Change> settle(List<Change> announced, List<Change> found, Instant learnedAt) {
    var standing = standing(announced);
    var ids = Matching.of(standing, found);
    var kept = Set.copyOf(ids.values());
    var news = new ArrayList<Change>();
    for (Change change : standing) {
      if (!kept.contains(change.id())) news.add(correction(change, found, learnedAt));
    }
    var used = new HashSet<String>();
    announced.forEach(c -> used.add(c.id()));
    for (Change change : found) {
      if (!ids.containsKey(change.id())) news.add(announce(change, learnedAt, ids, used));
    }
    return news;
  }

  /**
   * Under which ids the changes of the fold were announced, for readers that follow an id from the
   * outlook or a verdict, which carry those of the fold.
   *
   * @return id in the fold -> id in {@code announced}; what was not announced is left out
   */
  public static Map<String, String> ids(Collection<Change> announced, List<Change> found) {
    return Matching.of(standing(announced), found);
  }

  /**
   * The fold with the ids under which its changes were announced, so that outlook and verdicts lead
   * to what is on the topic. What was not announced keeps the id it would get.
   */
  public static Fold named(Fold fold, Collection<Change> announced) {
    return fold.named(ids(announced, fold.changes()));
  }

  /** What was announced and not taken back by a correction. */
  public static List<Change> standing(Collection<Change> announced) {
    Set<@Nullable String> gone = new HashSet<>();
    for (Change change : announced) {
      if (change.kind() == ChangeKind.CORRECTION) gone.add(change.takesBack());
    }
    return announced.stream()
        .filter(c -> c.kind() != ChangeKind.CORRECTION && !gone.contains(c.id()))
        .toList();
  }

  private static Change announce(
      Change found, Instant learnedAt, Map<String, String> ids, Set<String> used) {
    var window = found.after().window();
    int ordinal = 0;
    String id;
    do {
      id = Ids.ofChange(found.subject(), found.kind(), window, ordinal++);
    } while (!used.add(id));
    ids.put(found.id(), id);
    var backfill = found.backfill() || Draft.backfill(found.assertedAt(), learnedAt);
    var takesBack = found.takesBack() == null ? null : ids.get(found.takesBack());
    return found.announced(id, found.learnedAt(), backfill, takesBack);
  }

  /**
   * The change that takes {@code gone} back. It points at the words that were misplaced, and is
   * backfill when the other was: who got the alert gets the correction, however late it is.
   */
  private static Change correction(Change gone, List<Change> found, Instant learnedAt) {
    return new Change(
        Ids.of(gone.subject(), ChangeKind.CORRECTION.name(), gone.id()),
        gone.subject(),
        ChangeKind.CORRECTION,
        gone.severity(),
        gone.after(),
        holding(found),
        gone.quote(),
        gone.item(),
        gone.claim(),
        gone.certainty(),
        gone.origins(),
        gone.independentOrigins(),
        null,
        gone.assertedAt(),
        learnedAt,
        gone.backfill(),
        gone.id(),
        List.of(),
        gone.sample(),
        gone.config());
  }

  /** What is held after the last change that moved the outlook. */
  private static Position holding(List<Change> found) {
    for (int i = found.size() - 1; i >= 0; i--) {
      var change = found.get(i);
      if (change.severity() != Severity.RUMOUR && change.kind() != ChangeKind.DENIED) {
        return change.after();
      }
    }
    return new Position(OutlookState.NONE, null, null);
  }
}
