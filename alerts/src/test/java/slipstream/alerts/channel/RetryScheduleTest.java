package slipstream.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
  private static final RetrySchedule STANDARD = RetrySchedule.STANDARD;

  @ParameterizedTest
  @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT5H", "6, PT10H", "7, PT10H"})
  void wait_isThatOfStandardWebhooks_withTenPercentJitter(int attempts, Duration wait) {
    for (int i = 0; i < 100; i++) {
      assertThat(STANDARD.after(attempts, Duration.ZERO).orElseThrow())
          .isBetween(wait.multipliedBy(9).dividedBy(10), wait.multipliedBy(11).dividedBy(10));
    }
  }

  @Test
  void waits_areSpread() {
    var waits = new HashSet<Duration>();
    for (int i = 0; i < 50; i++) waits.add(STANDARD.after(2, Duration.ZERO).orElseThrow());

    assertThat(waits).hasSizeGreaterThan(10);
  }

  @Test
  void eighthFailure_isTheLast() {
    assertThat(STANDARD.after(8, Duration.ZERO)).isEmpty();
  }

  @Test
  void longerWaitThatTheReceiverAsksFor_isHonoured() {
    assertThat(STANDARD.after(1, Duration.ofMinutes(2))).contains(Duration.ofMinutes(2));
  }
}
