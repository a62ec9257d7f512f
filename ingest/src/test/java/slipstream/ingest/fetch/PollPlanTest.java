package slipstream.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollPlanTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void intervalOfTheOperator_wins() {
    assertThat(PollPlan.adapt(Duration.ofMinutes(2), HOUR, 0)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void mostlyNewEntries_shortenTheInterval() {
    assertThat(PollPlan.adapt(null, HOUR, 0.2)).isEqualTo(Duration.ofMinutes(40));
  }

  @Test
  void mostlyKnownEntries_lengthenTheInterval() {
    assertThat(PollPlan.adapt(null, HOUR, 0.9)).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void oneToTwoThirdsKnown_isAsItShouldBe() {
    assertThat(PollPlan.adapt(null, HOUR, 0.33)).isEqualTo(HOUR);
    assertThat(PollPlan.adapt(null, HOUR, 0.67)).isEqualTo(HOUR);
  }

  @Test
  void adaptedInterval_staysBetweenTenMinutesAndADay() {
    assertThat(PollPlan.adapt(null, Duration.ofMinutes(11), 0)).isEqualTo(Duration.ofMinutes(10));
    assertThat(PollPlan.adapt(null, Duration.ofHours(20), 1)).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void serverThatAsksForMore_isLeftAloneForThatLong() {
    assertPause(HOUR, PollPlan.next(Duration.ofMinutes(10), null, HOUR, Duration.ofMinutes(5)));
  }

  @Test
  void serverThatAsksForLess_isNotPolledMoreOften() {
    assertPause(HOUR, PollPlan.next(HOUR, Duration.ofMinutes(1), Duration.ZERO));
  }

  @Test
  void whateverIsAsked_isCappedAtADay() {
    assertPause(PollPlan.LONGEST, PollPlan.next(HOUR, Duration.ofDays(365)));
  }

  @Test
  void pauses_areSpreadByUpToTenPercent() {
    var pauses = IntStream.range(0, 200).mapToObj(i -> PollPlan.next(HOUR)).distinct().toList();
    assertThat(pauses).hasSizeGreaterThan(100).allSatisfy(pause -> assertPause(HOUR, pause));
  }

  @Test
  void eachFailure_addsAnInterval() {
    assertPause(Duration.ofMinutes(90), PollPlan.afterFailure(Duration.ofMinutes(30), 3, null));
  }

  @Test
  void failingSource_isNeverGivenUp() {
    assertPause(PollPlan.LONGEST, PollPlan.afterFailure(HOUR, Integer.MAX_VALUE, null));
  }

  @Test
  void retryAfter_countsAlsoOnFailure() {
    assertPause(HOUR, PollPlan.afterFailure(Duration.ofMinutes(1), 1, HOUR));
  }

  private static void assertPause(Duration expected, Duration pause) {
    assertThat(pause).isBetween(expected, Duration.ofMillis((long) (expected.toMillis() * 1.1)));
  }
}
