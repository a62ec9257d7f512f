package slipstream.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.streams.TestPipeline.TOPICS;
import static slipstream.streams.Texts.item;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.NewsItem;

/**
 * The same items in any order, some of them several times, with a restart in between: end to end
 * through the test driver.
 */
class OrderIndependenceTest {
  private static final int PERMUTATIONS = 20;
  private static final String MAY = "widget scheduled:2025-05-01..2025-05-31";
  private static final String WORDS = " one two three four five six seven eight nine ten eleven";

  /** An item and when it was learned: of two versions the later one holds. */
  private record Arrival(NewsItem item, Instant learnedAt) {}

  private static final List<Arrival> ARRIVALS =
      List.of(
          arrival("a", "2025-04-01", MAY + " +", "a" + WORDS, 1),
          arrival("a-copy", "2025-04-03", MAY + " +", "a" + WORDS, 2),
          arrival("a-older-copy", "2025-03-31T08:00:00Z", MAY + " +", "a" + WORDS, 3),
          arrival("b", "2025-04-02", "widget chips - -", "b" + WORDS + WORDS, 4),
          arrival("c", "2025-04-20", "widget chips delayed:2025-08-01..2025-08-31 -", "c", 5),
          arrival("d", "2025-04-21", "widget delayed:2025-08-01..2025-08-31", "d", 6),
          arrival("e", "2025-06-10", "widget denied:2025-08-01..2025-08-31", "e", 7),
          arrival("f", "2025-07-01", "widget scheduled:2025-09-01..2025-09-30", "f", 8),
          arrival("f", "2025-07-01", "widget scheduled:2025-10-01..2025-10-31", "f2", 9),
          arrival("g", "2025-07-02", "widget scheduled:2025-11-01..2025-11-30", "g", 10),
          arrival("g", "2025-07-02", "nothing any more", "g2", 11),
          arrival("h", "", "widget scheduled:2025-12-01..2025-12-31", "h", 12),
          arrival("i", "2025-07-20", "chips + + -", "i", 13));

  @TempDir Path stateDir;

  @Test
  void anyOrder_anyRepeats_andARestart_giveTheSame() {
    var expected = outcome(Texts.ANALYSIS, ARRIVALS, -1);
    assertThat(expected.get("claims").size()).isGreaterThan(6);
    assertThat(expected.get("changes").size()).isGreaterThan(3);

    for (int seed = 1; seed <= PERMUTATIONS; seed++) {
      var random = new Random(seed);
      var shuffled = new ArrayList<>(ARRIVALS);
      for (int repeat = 0; repeat < 2; repeat++) {
        shuffled.addAll(ARRIVALS.subList(random.nextInt(6), ARRIVALS.size()));
      }
      Collections.shuffle(shuffled, random);
      assertThat(outcome(Texts.ANALYSIS, shuffled, random.nextInt(shuffled.size())))
          .as("permutation %d", seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void recordOfR2_threeTimesInAnyOrder_withARestart_givesTheSame() throws IOException {
    var analysis = R2.analysis();
    var learned = Instant.parse("2026-11-01T00:00:00Z");
    var once = R2.items().stream().map(item -> new Arrival(item, learned)).toList();
    var expected = outcome(analysis, once, -1);
    assertThat(expected.get("claims").size()).isGreaterThan(30);
    assertThat(expected.get("changes").size()).isGreaterThan(6);

    var arrivals = new ArrayList<Arrival>();
    for (int copy = 0; copy < 3; copy++) arrivals.addAll(once);
    for (int seed = 1; seed <= PERMUTATIONS; seed++) {
      var random = new Random(seed);
      Collections.shuffle(arrivals, random);
      assertThat(outcome(analysis, arrivals, random.nextInt(arrivals.size())))
          .as("permutation %d", seed)
          .isEqualTo(expected);
    }
  }

  private Map<String, Map<String, String>> outcome(
      Analysis analysis, List<Arrival> arrivals, int restartBefore) {
    try (var pipeline = new TestPipeline(stateDir, analysis)) {
      for (int i = 0; i < arrivals.size(); i++) {
        if (i == restartBefore) pipeline.restart();
        pipeline.publish(arrivals.get(i).item(), arrivals.get(i).learnedAt());
      }
      pipeline.tick("2026-11-22T00:00:00Z");
      return outcome(pipeline);
    }
  }

  private static Map<String, Map<String, String>> outcome(TestPipeline pipeline) {
    var outcome = new TreeMap<String, Map<String, String>>();
    outcome.put("outlooks", strings(pipeline.table(TOPICS.releaseOutlooks())));
    outcome.put("sentiment", nonZero(strings(pipeline.table(TOPICS.countsSentiment()))));
    outcome.put("status", nonZero(strings(pipeline.table(TOPICS.countsStatus()))));
    var claims = new TreeMap<String, String>();
    pipeline.table(TOPICS.releaseClaims()).forEach((k, v) -> claims.put(k, timeless(v)));
    outcome.put("claims", claims);
    outcome.put("changes", standing(pipeline.changes()));
    return outcome;
  }

  private static String timeless(LedgerClaim claim) {
    return claim.toString().replaceAll("learnedAt=[^,]+", "");
  }

  /** What was announced and not taken back; nothing twice. */
  private static Map<String, String> standing(List<Change> changes) {
    assertThat(changes).extracting(Change::id).doesNotHaveDuplicates();
    var takenBack = new TreeSet<String>();
    for (Change change : changes) {
      if (change.kind() == ChangeKind.CORRECTION) takenBack.add(change.takesBack());
    }
    var standing = new TreeMap<String, String>();
    for (Change change : changes) {
      if (change.kind() == ChangeKind.CORRECTION || takenBack.contains(change.id())) continue;
      standing.put(change.id(), change.kind() + " " + change.after() + " " + change.assertedAt());
    }
    return standing;
  }

  private static Map<String, String> strings(Map<String, ?> table) {
    var strings = new TreeMap<String, String>();
    table.forEach((key, value) -> strings.put(key, value.toString()));
    return strings;
  }

  /** A bucket that something passed through and left holds nothing. */
  private static Map<String, String> nonZero(Map<String, String> counts) {
    counts.values().removeIf(c -> c.contains("n=0,") || c.contains("claims={}"));
    return counts;
  }

  private static Arrival arrival(String id, String published, String title, String text, int day) {
    var learnedAt = Instant.parse("2025-08-01T00:00:00Z").plus(Duration.ofDays(day));
    return new Arrival(item(id, "outlet-" + id, published, title, text), learnedAt);
  }
}
