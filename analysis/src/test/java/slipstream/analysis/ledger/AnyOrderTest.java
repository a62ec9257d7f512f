package slipstream.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.contracts.Change;
import slipstream.contracts.LedgerClaim;

/** For any order of arrival, any repeats and a restart: the same ledger, and nothing told twice. */
class AnyOrderTest {
  private static final int PERMUTATIONS = 1000;
  private static final int COPIES = 3;
  private static final Instant CLOCK = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  static Stream<List<LedgerClaim>> histories() {
    return Stream.of(
        History.claims("deepseek-r2", History.items("r2-items.jsonl")),
        Newsroom.read(History.text("widget-history.txt")).claims());
  }

  @ParameterizedTest
  @MethodSource("histories")
  void finalLedger_isTheSame_andNothingIsToldTwice(List<LedgerClaim> claims) {
    var expected = fold(claims);
    IntStream.range(0, PERMUTATIONS)
        .parallel()
        .forEach(seed -> assertThat(arrive(claims, new Random(seed))).isEqualTo(expected));
  }

  @Test
  void historyOfTheWidget_isToldAsAnEditorWould() {
    var room = Newsroom.read(History.text("widget-history.txt")).until("2026-01-01");

    assertThat(room.changes())
        .containsExactly(
            "2024-03-04 new-claim 2024-07-01..2024-12-31 (rumour)",
            "2024-04-02 new-claim 2024-10-01..2024-12-31",
            "2024-05-15 new-claim 2024-11-12",
            "2024-07-01 new-claim 2025-02-01..2025-02-28 (rumour)",
            "2024-07-05 denied 2025-02-01..2025-02-28",
            "2024-09-25 slipped no date",
            "2024-10-10 new-claim 2025-03-18",
            "2025-01-20 moved-earlier 2025-02-25",
            "2025-02-26 overdue 2025-02-25",
            "2025-03-20 slipped 2025-04-01..2025-04-10",
            "2025-04-09 released 2025-04-08");
  }

  /** Claims arrive one by one, each is folded and settled; the memory is lost once on the way. */
  private static Fold arrive(List<LedgerClaim> claims, Random random) {
    var arrivals = arrivals(claims, random);
    int restart = random.nextInt(arrivals.size());
    List<LedgerClaim> known = new ArrayList<>();
    List<Change> announced = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      if (i == restart) {
        known = new ArrayList<>(Set.copyOf(known));
        announced = new ArrayList<>(announced);
      }
      boolean repeated = known.contains(arrivals.get(i));
      known.add(arrivals.get(i));
      if (repeated && i != restart) continue;
      var found = fold(known).changes();
      announced.addAll(Announcements.settle(announced, found, NOW));
      assertThat(Announcements.settle(announced, found, NOW)).isEmpty();
      assertToldOnce(announced, found);
    }
    return fold(known);
  }

  /** What was announced and not taken back is what the fold found, one to one. */
  private static void assertToldOnce(List<Change> announced, List<Change> found) {
    var ids = new HashSet<String>();
    announced.forEach(c -> assertThat(ids.add(c.id())).as(c.id()).isTrue());
    var standing = Announcements.standing(announced);
    assertThat(Announcements.ids(announced, found).values())
        .containsExactlyInAnyOrderElementsOf(standing.stream().map(Change::id).toList());
    assertThat(standing).hasSameSizeAs(found);
  }

  private static List<LedgerClaim> arrivals(List<LedgerClaim> claims, Random random) {
    var arrivals = new ArrayList<LedgerClaim>();
    for (int i = 0; i < COPIES; i++) arrivals.addAll(claims);
    Collections.shuffle(arrivals, random);
    return arrivals;
  }

  private static Fold fold(List<LedgerClaim> claims) {
    return Ledger.fold("any", claims, Set.of(), CLOCK, "test");
  }
}
