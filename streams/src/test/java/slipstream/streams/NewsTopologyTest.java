package slipstream.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.streams.TestPipeline.TOPICS;
import static slipstream.streams.Texts.item;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Decision;
import slipstream.contracts.OutlookState;

class NewsTopologyTest {
  private static final String MAY = "widget scheduled:2025-05-01..2025-05-31";
  private static final String AUGUST = "widget delayed:2025-08-01..2025-08-31";

  @TempDir Path stateDir;
  private TestPipeline pipeline;

  @BeforeEach
  void start() {
    pipeline = new TestPipeline(stateDir);
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  private static final String CLOCK = "2025-04-21T00:00:00Z";

  @Test
  void movedDate_isAnnouncedWithWhatWasHeldBefore() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.publish(item("b", "2025-04-20", AUGUST));

    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM, ChangeKind.SLIPPED);
    Change slipped = pipeline.changes().get(1);
    assertThat(slipped.before().window())
        .hasToString("Window[earliest=2025-05-01, latest=2025-05-31, precision=MONTH]");
    assertThat(slipped.daysMoved()).isEqualTo(92);
    assertThat(outlook().held().status()).isEqualTo(ClaimStatus.DELAYED);
  }

  @Test
  void silentLedger_announcesNothing_andTheOneAfterItSettles() throws IOException {
    var announced = List.copyOf(announcedBefore());
    var silent = new TestPipeline(stateDir.resolve("silent"), id -> announced, false);
    silent.publish(item("a", "2025-04-01", MAY));
    silent.publish(item("b", "2025-04-20", AUGUST));
    silent.tick(CLOCK);
    assertThat(silent.changes()).isEmpty();
    assertThat(silent.table(TOPICS.releaseOutlooks())).containsKey("widget");

    silent.announceFromNowOn();
    silent.tick(CLOCK);
    assertThat(silent.changes()).extracting(Change::kind).containsExactly(ChangeKind.SLIPPED);
    silent.close();
  }

  /** What another generation has announced: the first of two changes. */
  private List<Change> announcedBefore() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    return pipeline.changes();
  }

  @Test
  void replayedMention_countsOnce() {
    pipeline.publish(item("a", "2025-04-01", MAY + " +"));
    var mention = pipeline.mentions().get(0);

    pipeline.replay(mention, "");
    pipeline.replay(mention, "claim-ledger");
    pipeline.replay(mention, "count-statuses");
    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM);
    assertThat(statuses("widget|total")).isEqualTo(Map.of(ClaimStatus.SCHEDULED, 1));
    pipeline.replay(mention, "count-sentiment");
    assertThat(sentiment("widget|total")).startsWith("1 items");
  }

  @Test
  void replayOfWhatWasReplacedSince_changesNothing() {
    pipeline.publish(item("a", "2025-04-01", MAY + " +"));
    var mention = pipeline.mentions().get(0);
    pipeline.publish(item("a", "2025-04-01", AUGUST + " -"), TestPipeline.NOW.plusSeconds(60));
    var held = List.of(statuses("widget|total"), sentiment("widget|total"));

    for (var node : List.of("", "claim-ledger", "count-statuses", "count-sentiment")) {
      pipeline.replay(mention, node);
    }
    assertThat(List.of(statuses("widget|total"), sentiment("widget|total"))).isEqualTo(held);
  }

  @Test
  void whatIsSkippedLateOrFolded_isCounted() {
    pipeline.publish(item("b", "2025-04-20", MAY));
    pipeline.publish(item("a", "2025-04-01", MAY));
    String text = "one two three four five six seven eight nine ten";
    pipeline.publish(item("c", "outlet", "2025-04-21", "widget", text));
    pipeline.publish(item("d", "other", "2025-04-22", "widget", text));

    assertThat(count("slipstream.records.late")).isOne();
    assertThat(count("slipstream.records.folded")).isOne();
    assertThat(
            pipeline
                .registry
                .get("slipstream.changes.suppressed")
                .tag("reason", "repeat")
                .counter()
                .count())
        .isPositive();
  }

  private double count(String meter) {
    return pipeline.registry.get(meter).counter().count();
  }

  @Test
  void itemThatNamesNothing_isForgottenAfterAMonth_othersAfterAYear() {
    Instant now = Instant.now();
    pipeline.publish(item("a", "2025-04-01", MAY), now.minus(Duration.ofDays(60)));
    pipeline.publish(item("b", "2025-04-01", "nothing"), now.minus(Duration.ofDays(60)));
    pipeline.publish(item("c", "2025-04-01", MAY), now.minus(Duration.ofDays(400)));
    pipeline.publish(item("d", "2025-04-01", "nothing"), now);
    assertThat(pipeline.size("item-versions")).isEqualTo(4);

    pipeline.pass(Duration.ofMinutes(1));
    assertThat(pipeline.size("item-versions")).isEqualTo(2);
  }

  @Test
  void itemOnATheme_isForgottenAMonthAfterItWasLearned() {
    pipeline.publish(item("old", "2025-04-01", "widget chips"));
    pipeline.publish(item("new", "2025-05-20", "widget chips"));

    pipeline.pass(Duration.ofMinutes(1));
    assertThat(pipeline.size("theme-items")).isOne();
  }

  @Test
  void hours_areDroppedAfterTheirTime_daysAndTotalsAreNot() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    assertThat(pipeline.table(TOPICS.countsStatus()))
        .containsOnlyKeys("widget|total", "widget|2025-04-01", "widget|2025-04-01T12");

    pipeline.restartWith(StreamsSettings.of(Map.of(StreamsSettings.HOURLY_DAYS, "30")));
    pipeline.pass(Duration.ofMinutes(1));
    pipeline.publish(item("b", "2025-04-02", AUGUST));
    assertThat(pipeline.table(TOPICS.countsStatus()))
        .containsOnlyKeys("widget|total", "widget|2025-04-01", "widget|2025-04-02");
    assertThat(pipeline.table(TOPICS.countsSentiment()))
        .containsOnlyKeys("widget|total", "widget|2025-04-01", "widget|2025-04-02");
  }

  @Test
  void repeatedDate_isNotAChange() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.publish(item("b", "2025-04-20", MAY));

    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM);
    assertThat(decisions()).containsExactlyInAnyOrder(Decision.CHANGED, Decision.REPEAT);
  }

  @Test
  void sameVersionThroughAnotherSource_isReadOnce() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.publish(item("a", "2025-04-01", MAY), TestPipeline.NOW.plusSeconds(60));

    assertThat(claims()).hasSize(1);
    assertThat(pipeline.registry.get("slipstream.items.repeated").counter().count()).isOne();
  }

  @Test
  void versionThatNoLongerClaims_takesTheClaimBack() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.publish(item("a", "2025-04-01", "widget"), TestPipeline.NOW.plusSeconds(60));

    assertThat(claims()).isEmpty();
    assertThat(outlook().held().state()).isEqualTo(OutlookState.NONE);
    pipeline.tick(CLOCK);
    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM, ChangeKind.CORRECTION);
    assertThat(sentiment("widget|total")).startsWith("1 items");
  }

  @Test
  void versionThatNoLongerNamesIt_takesEverythingBack() {
    pipeline.publish(item("a", "2025-04-01", MAY + " +"));
    pipeline.publish(item("a", "2025-04-01", "something else"), TestPipeline.NOW.plusSeconds(60));

    assertThat(claims()).isEmpty();
    assertThat(sentiment("widget|total")).isEqualTo("0 items, sum 0.0, 0/0/0");
    assertThat(statuses("widget|total")).isEmpty();
  }

  @Test
  void passedWindow_isOverdueOnceTheClockSaysSo() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.tick("2025-05-31T23:59:59Z");
    assertThat(outlook().overdue()).isFalse();

    pipeline.tick("2025-06-01T00:00:00Z");
    pipeline.tick("2025-06-02T00:00:00Z");

    assertThat(outlook().overdue()).isTrue();
    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM, ChangeKind.OVERDUE);
  }

  @Test
  void newsWithoutAClaim_movesTheClockToo() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.publish(item("b", "2025-06-02", "widget"));

    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM, ChangeKind.OVERDUE);
  }

  @Test
  void itemFromTheFuture_doesNotMoveTheClock() {
    pipeline.publish(item("a", "2025-12-20", "widget scheduled:2026-02-01..2026-02-28"));
    pipeline.publish(item("b", "2099-01-01", "widget"), TestPipeline.NOW);

    assertThat(outlook().overdue()).isFalse();
  }

  @Test
  void undatedItem_movesNothing() {
    pipeline.publish(item("a", "", MAY));

    assertThat(kinds()).isEmpty();
    assertThat(decisions()).containsExactly(Decision.UNDATED_ITEM);
    assertThat(statuses("widget|total")).isEqualTo(Map.of(ClaimStatus.SCHEDULED, 1));
    assertThat(pipeline.table(TOPICS.countsStatus())).containsOnlyKeys("widget|total");
  }

  @Test
  void pastLearnedLate_isAnnouncedAsOneHistory_onceAllIsRead() {
    pipeline.publish(item("b", "2025-04-20", AUGUST), TestPipeline.NOW);
    pipeline.publish(item("a", "2025-04-01", MAY), TestPipeline.NOW);
    assertThat(kinds()).isEmpty();

    pipeline.tick(CLOCK);
    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM, ChangeKind.SLIPPED);
  }

  @Test
  void rejectedReading_isTakenOutWithACorrection_andComesBackWhenAccepted() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    String claim = claims().keySet().iterator().next();

    pipeline.reject(claim);
    pipeline.tick(CLOCK);
    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM, ChangeKind.CORRECTION);
    assertThat(decisions()).containsExactly(Decision.REJECTED);

    pipeline.acceptAgain(claim);
    assertThat(outlook().held().state()).isEqualTo(OutlookState.DATED);
  }

  @Test
  void change_namesTheThemeItemsSinceTheLastOne() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.publish(item("before", "2025-03-01", "widget chips"));
    pipeline.publish(item("c1", "2025-04-03", "widget chips"));
    pipeline.publish(item("other", "2025-04-04", "widget"));
    pipeline.publish(item("c2", "2025-04-05", "widget chips"));
    pipeline.publish(item("b", "2025-04-20", AUGUST + " chips"));
    pipeline.publish(item("after", "2025-04-21", "widget chips"));

    assertThat(pipeline.changes().get(1).related()).containsExactly("c2", "c1");
  }

  @Test
  void copies_countOnce_whicheverComesFirst() {
    String text = "one two three four five six seven eight nine ten eleven twelve";
    pipeline.publish(item("copy", "B", "2025-04-02", MAY + " +", text));
    pipeline.publish(item("original", "A", "2025-04-01", MAY + " +", text));

    assertThat(sentiment("widget|total")).isEqualTo("1 items, sum 1.0, 1/0/0");
    assertThat(sentiment("widget|2025-04-01T12")).isEqualTo("1 items, sum 1.0, 1/0/0");
    assertThat(sentiment("widget|2025-04-02")).isEqualTo("0 items, sum 0.0, 0/0/0");
    assertThat(statuses("widget|2025-04-01")).isEqualTo(Map.of(ClaimStatus.SCHEDULED, 1));
    assertThat(statuses("widget|2025-04-02")).isEmpty();
    assertThat(claims().values()).extracting(c -> c.story()).containsOnly("original");
  }

  @Test
  void sentiment_isCountedForSubjectsAndThemes_byHourOfPublication() {
    pipeline.publish(item("a", "2025-04-01T10:59:59Z", "widget chips + +"));
    pipeline.publish(item("b", "2025-04-01T11:00:00Z", "chips + - -"));

    assertThat(sentiment("chips|total")).isEqualTo("2 items, sum 0.666667, 1/0/1");
    assertThat(sentiment("chips|2025-04-01T10")).isEqualTo("1 items, sum 1.0, 1/0/0");
    assertThat(sentiment("widget|2025-04-01")).isEqualTo("1 items, sum 1.0, 1/0/0");
  }

  @Test
  void failingItem_isPutAside_andTheNextOneIsRead() {
    pipeline.publish(item("a", "2025-04-01", "widget boom"));
    pipeline.publish(item("b", "2025-04-01", "widget cast"));
    pipeline.publish(item("c", "2025-04-01", "widget deep"));
    pipeline.publish(item("d", "2025-04-01", MAY));

    assertThat(pipeline.deadLetters())
        .extracting(r -> new String(r.key(), StandardCharsets.UTF_8))
        .containsExactly("a", "b", "c");
    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM);
  }

  @Test
  void restart_announcesNothingTwice() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.restart();
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.publish(item("b", "2025-04-20", MAY));
    pipeline.tick("2025-04-21T00:00:00Z");

    assertThat(kinds()).containsExactly(ChangeKind.NEW_CLAIM);
  }

  @Test
  void rebuiltLedger_announcesNothingAgain() {
    pipeline.publish(item("a", "2025-04-01", MAY));
    pipeline.publish(item("b", "2025-04-20", AUGUST));
    var history = List.copyOf(pipeline.changes());
    try (var rebuilt = new TestPipeline(stateDir.resolve("g2"), subject -> history)) {
      rebuilt.publish(item("a", "2025-04-01", MAY));
      assertThat(rebuilt.changes()).as("half of the past is read").isEmpty();

      rebuilt.publish(item("b", "2025-04-20", AUGUST));
      rebuilt.tick("2025-04-21T00:00:00Z");
      assertThat(rebuilt.changes()).as("all of the past is read").isEmpty();

      rebuilt.publish(item("c", "2025-04-25", "widget delayed:2025-10-01..2025-10-31"));
      assertThat(rebuilt.changes()).as("the present").hasSize(1);
    }
  }

  /**
   * Generated names carry a position: adding a step would orphan the stores of the last release.
   */
  @Test
  void namesOfNodesAndStores_arePinned() throws IOException {
    try (var pinned = getClass().getResourceAsStream("/topology.txt")) {
      String expected = new String(pinned.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(describe()).isEqualTo(expected).doesNotContain("KSTREAM-", "KTABLE-");
    }
  }

  private static String describe() {
    var meters = new StreamsMeters(new io.micrometer.core.instrument.simple.SimpleMeterRegistry());
    return new NewsTopology(
            TOPICS, () -> Texts.ANALYSIS, subject -> List.of(), StreamsSettings.DEFAULTS, meters)
        .get()
        .describe()
        .toString();
  }

  private List<ChangeKind> kinds() {
    return pipeline.changes().stream().map(Change::kind).toList();
  }

  private Map<String, slipstream.contracts.LedgerClaim> claims() {
    return pipeline.table(TOPICS.releaseClaims());
  }

  private List<Decision> decisions() {
    return claims().values().stream().map(c -> c.verdict().decision()).toList();
  }

  private slipstream.contracts.Outlook outlook() {
    return pipeline.table(TOPICS.releaseOutlooks()).get("widget");
  }

  private Map<ClaimStatus, Integer> statuses(String key) {
    return pipeline.table(TOPICS.countsStatus()).get(key).claims();
  }

  private String sentiment(String key) {
    var count = pipeline.table(TOPICS.countsSentiment()).get(key);
    return "%d items, sum %s, %d/%d/%d"
        .formatted(count.n(), count.sum(), count.positive(), count.neutral(), count.negative());
  }
}
