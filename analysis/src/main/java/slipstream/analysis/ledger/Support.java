package slipstream.analysis.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Position;

/** Who says the same as a position in the 45 days before the word it rests on, and since. */
final class Support {
  private final Position position;
  private final Entry word;
  private final Origins origins = new Origins();

  Support(List<Entry> spoken, Position position, Entry word) {
    this.position = position;
    this.word = word;
    origins.add(word);
    saying(spoken, position, from(word)).forEach(origins::add);
  }

  boolean isOf(Position other, Entry otherWord) {
    return word.id().equals(otherWord.id()) && position.equals(other);
  }

  /** Counts a further claim, if it says the same. */
  void add(Entry entry) {
    boolean says = entry.rank() > Entry.SPECULATION && says(entry, position);
    if (says && !entry.at().isBefore(from(word))) origins.add(entry);
  }

  int origins() {
    return origins.count();
  }

  private static Instant from(Entry word) {
    return word.at().minus(LedgerState.TELLING);
  }

  /**
   * Counts the independent origins that say {@code position} by the time of {@code word}, which is
   * one of them: those of the 45 days before it, guesses left out.
   */
  static int origins(List<Entry> spoken, Position position, Entry word) {
    return new Support(spoken, position, word).origins();
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
