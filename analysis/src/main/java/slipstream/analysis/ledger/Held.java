package slipstream.analysis.ledger;

import org.jspecify.annotations.Nullable;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Window;

/**
 * What is held at one moment of the fold.
 *
 * @param position state, status and window
 * @param word the claim it rests on; null when nothing is held
 * @param rank the firmest word that said so, see {@link Entry#rank}
 * @param overdue whether the window passed without a release
 * @param change id of the change that told it; null when nothing is held
 */
record Held(
    Position position, @Nullable Entry word, int rank, boolean overdue, @Nullable String change) {
  static final Held NOTHING = new Held(Position.NONE, null, 0, false, null);

  /** What a change leads to. */
  static Held after(Raised raised, Entry word) {
    var change = raised.change();
    return new Held(change.after(), word, word.rank(), false, change.id());
  }

  /** The same told more exactly. */
  Held refined(Window window, Entry word) {
    var position = new Position(OutlookState.DATED, word.status(), window);
    return new Held(position, word, Math.max(rank, word.rank()), false, change);
  }

  /** The same on a firmer word. */
  Held confirmed(Entry word) {
    return new Held(position, word, word.rank(), overdue, change);
  }

  Held passed() {
    return new Held(position, word, rank, true, change);
  }

  OutlookState state() {
    return position.state();
  }

  boolean in(OutlookState state) {
    return state() == state;
  }

  @Nullable Window window() {
    return position.window();
  }
}
