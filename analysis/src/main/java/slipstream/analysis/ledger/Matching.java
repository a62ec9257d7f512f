package slipstream.analysis.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Severity;
import slipstream.contracts.Window;

/**
 * Pairs changes that tell a reader the same: they lead to the same class (dated, no date, released,
 * denied, overdue, ...; who was told "November" learns nothing new when it turns out to have been a
 * slip to November), their windows count as a repeat, and they were asserted within 45 days. Each
 * change is paired at most once, the most alike first, so that the pairs do not depend on order.
 */
final class Matching {
  /** The most alike first: same kind and window, then the least time between them. */
  private static final Comparator<Pair> LIKENESS =
      Comparator.comparing(Pair::exact)
          .reversed()
          .thenComparing(Pair::apart)
          .thenComparing(p -> p.announced.assertedAt())
          .thenComparing(p -> p.announced.id())
          .thenComparing(p -> p.found.assertedAt())
          .thenComparing(p -> p.found.id());

  private Matching() {}

  /**
   * Pairs them.
   *
   * @return id of the found change -> id of the announced one; modifiable
   */
  static Map<String, String> of(List<Change> announced, List<Change> found) {
    var pairs = pairs(announced, found);
    pairs.sort(LIKENESS);
    var ids = new HashMap<String, String>();
    var taken = new HashSet<String>();
    for (Pair pair : pairs) {
      if (ids.containsKey(pair.found.id()) || !taken.add(pair.announced.id())) continue;
      ids.put(pair.found.id(), pair.announced.id());
    }
    return ids;
  }

  private static List<Pair> pairs(List<Change> announced, List<Change> found) {
    var byTime = new TreeMap<Instant, List<Change>>();
    for (Change now : found) {
      byTime.computeIfAbsent(now.assertedAt(), at -> new ArrayList<>()).add(now);
    }
    var pairs = new ArrayList<Pair>();
    for (Change old : announced) {
      var from = old.assertedAt().minus(LedgerState.TELLING);
      var to = old.assertedAt().plus(LedgerState.TELLING);
      for (var near : byTime.subMap(from, true, to, true).values()) {
        for (Change now : near) if (alike(old, now)) pairs.add(new Pair(old, now));
      }
    }
    return pairs;
  }

  private record Pair(Change announced, Change found) {
    boolean exact() {
      return announced.kind() == found.kind()
          && Objects.equals(announced.after().window(), found.after().window());
    }

    Duration apart() {
      return Duration.between(announced.assertedAt(), found.assertedAt()).abs();
    }
  }

  private static boolean alike(Change a, Change b) {
    return sameClass(a, b) && sameWindow(a.after().window(), b.after().window());
  }

  private static boolean sameClass(Change a, Change b) {
    if (a.severity() == Severity.RUMOUR || b.severity() == Severity.RUMOUR) {
      return a.severity() == b.severity() && a.kind() == b.kind();
    }
    boolean move = moves(a.kind()) && moves(b.kind());
    return move ? state(a) == state(b) : a.kind() == b.kind();
  }

  private static boolean moves(ChangeKind kind) {
    return switch (kind) {
      case NEW_CLAIM, SLIPPED, MOVED_EARLIER, UNDATED -> true;
      case DENIED, RELEASED, RELEASE_UNVERIFIED, CANCELLED, OVERDUE, CORRECTION, UNKNOWN -> false;
    };
  }

  private static OutlookState state(Change change) {
    return change.after().state();
  }

  private static boolean sameWindow(@Nullable Window a, @Nullable Window b) {
    if (a == null || b == null) return Objects.equals(a, b);
    return SameClaim.same(a, b);
  }
}
