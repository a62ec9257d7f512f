package slipstream.analysis.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Position;

/** Who says the same as a position. */
final class Support {
  private Support() {}

  /**
   * Counts the independent origins that say {@code position} by the time of {@code word}, which is
   * one of them: those of the 45 days before it, guesses left out.
   */
  static int origins(List<Entry> spoken, Position position, Entry word) {
    var from = word.at().minus(LedgerState.TELLING);
    var saying = saying(spoken, position, from);
    saying.add(word);
    return Origins.count(saying);
  }

  /** The claims published at or after {@code from} that say {@code position}. */
  private static List<Entry> saying(List<Entry> spoken, Position position, Instant from) {
    var saying = new ArrayList<Entry>();
    for (int i = spoken.size() - 1; i >= 0 && !spoken.get(i).at().isBefore(from); i--) {
      var entry = spoken.get(i);
      if (entry.rank() > Entry.SPECULATION && says(entry, position)) saying.add(entry);
    }
    return saying;
  }

  static boolean says(Entry entry, Position position) {
    return switch (position.state()) {
      case NONE, UNKNOWN -> false;
      case NO_DATE -> entry.noDate();
      case RELEASED -> entry.status() == ClaimStatus.RELEASED;
      case CANCELLED -> entry.status() == ClaimStatus.CANCELLED;
      case DATED -> saysWindow(entry, position);
    };
  }

  private static boolean saysWindow(Entry entry, Position position) {
    boolean denial = position.status() == ClaimStatus.DENIED;
    if (denial != (entry.status() == ClaimStatus.DENIED) || !(denial || entry.promises())) {
      return false;
    }
    var window = position.window();
    var said = entry.window();
    if (window == null || said == null) {
      return Objects.equals(window, said) && entry.status() == position.status();
    }
    return SameClaim.same(said, window);
  }
}
