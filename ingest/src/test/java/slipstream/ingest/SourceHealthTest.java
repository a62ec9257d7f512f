package slipstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Cursor;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.ingest.SourceHealth.State;

class SourceHealthTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(30);

  private final CursorDraft draft = new CursorDraft(Cursor.start("s"));

  @Test
  void sourceThatWasNeverPolled_waits() {
    assertThat(state(NOW)).isEqualTo(State.WAITING);
  }

  @Test
  void sourceThatAnswers_isUp() {
    draft.succeeded(NOW);
    assertThat(state(NOW)).isEqualTo(State.UP);
  }

  @Test
  void twoFailures_areNotYetDown() {
    draft.succeeded(NOW);
    fail(NOW.plus(INTERVAL), 2);
    assertThat(state(NOW.plus(INTERVAL.multipliedBy(9)))).isEqualTo(State.FAILING);
  }

  @Test
  void threeFailuresWithinTwoIntervals_areNotYetDown() {
    draft.succeeded(NOW);
    fail(NOW.plus(INTERVAL), 3);
    assertThat(state(NOW.plus(INTERVAL.multipliedBy(2)))).isEqualTo(State.FAILING);
  }

  @Test
  void threeFailuresAndTwoIntervals_areDown() {
    draft.succeeded(NOW);
    fail(NOW.plus(INTERVAL), 3);
    var health = health(NOW.plus(INTERVAL.multipliedBy(2)).plusSeconds(1));
    assertThat(health.state()).isEqualTo(State.DOWN);
    assertThat(health.detail())
        .isEqualTo("no answer since 2026-02-01T00:00:00Z, 3 failures: no route");
  }

  @Test
  void sourceThatNeverAnswered_isDownAfterThreeFailures() {
    fail(NOW, 3);
    assertThat(health(NOW).detail()).isEqualTo("never answered, 3 failures: no route");
  }

  @Test
  void down_endsWithTheNextAnswer() {
    fail(NOW, 5);
    draft.succeeded(NOW.plusSeconds(1));
    assertThat(state(NOW.plusSeconds(1))).isEqualTo(State.UP);
  }

  @Test
  void whatSettingsForbid_isRefusedAndNotDown() {
    draft.lastPoll = NOW;
    draft.lastError = "not fetched: no contact is configured";
    assertThat(state(NOW)).isEqualTo(State.REFUSED);
  }

  @Test
  void newestItemOlderThanThreeUsualGaps_isSilence() {
    publishHourly(8);
    draft.succeeded(NOW.plus(Duration.ofHours(3)));
    assertThat(state(NOW)).isEqualTo(State.UP);
    draft.succeeded(NOW.plus(Duration.ofHours(3)).plusSeconds(1));
    var health = health(NOW.plus(Duration.ofHours(4)));
    assertThat(health.state()).isEqualTo(State.SILENT);
    assertThat(health.detail()).isEqualTo("no new item for 3 h, usually one in 60 min");
  }

  @Test
  void silence_endsWithTheNextItem() {
    publishHourly(8);
    Instant later = NOW.plus(Duration.ofDays(1));
    draft.succeeded(later);
    assertThat(state(later)).isEqualTo(State.SILENT);
    draft.published(Stream.of(later));
    assertThat(state(later)).isEqualTo(State.UP);
  }

  @Test
  void sourceThatWasNotAsked_isNotSilent() {
    publishHourly(8);
    draft.succeeded(NOW.plusSeconds(1));
    assertThat(state(NOW.plus(Duration.ofDays(3)))).isEqualTo(State.UP);
  }

  @Test
  void fewItems_tellNothingOfSilence() {
    publishHourly(5);
    draft.succeeded(NOW.plus(Duration.ofDays(9)));
    assertThat(state(NOW)).isEqualTo(State.UP);
  }

  @Test
  void itemsOfOneInstant_areOneGap() {
    for (int day = 8; day > 0; day--) {
      Instant at = NOW.minus(Duration.ofDays(day));
      draft.published(Stream.of(at, at, at));
    }
    assertThat(draft.gaps).hasSize(7).containsOnly(86_400L);
  }

  @Test
  void oldItemThatTurnsUpLate_movesNothing() {
    publishHourly(8);
    var gaps = draft.gaps;
    draft.published(Stream.of(NOW.minus(Duration.ofDays(30))));
    assertThat(draft.newestItem).isEqualTo(NOW);
    assertThat(draft.gaps).isEqualTo(gaps);
  }

  private void publishHourly(int count) {
    draft.published(IntStream.range(0, count).mapToObj(h -> NOW.minus(Duration.ofHours(h))));
  }

  private void fail(Instant at, int times) {
    for (int i = 0; i < times; i++) draft.failed(at, "no route");
  }

  private State state(Instant now) {
    return health(now).state();
  }

  private SourceHealth health(Instant now) {
    var source =
        new Source(
            "s",
            Source.Kind.FEED,
            "https://news.example/feed",
            null,
            Tier.PRESS,
            null,
            INTERVAL,
            null,
            false,
            Map.of());
    return SourceHealth.of(source, draft.cursor(), now);
  }
}
