package slipstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final Duration PACE = Duration.ofSeconds(1);

  private final Schedule schedule = new Schedule();

  @Test
  void sourceThatIsNotDue_isNotTaken() {
    schedule.put("a.example|one", NOW.plusSeconds(5));
    assertThat(schedule.take(NOW)).isNull();
    assertThat(schedule.next()).isEqualTo(NOW.plusSeconds(5));
    assertThat(schedule.take(NOW.plusSeconds(5))).isEqualTo("a.example|one");
  }

  @Test
  void theOneThatIsDueFirst_isTakenFirst() {
    schedule.put("a.example|one", NOW.minusSeconds(1));
    schedule.put("b.example|two", NOW.minusSeconds(2));
    assertThat(schedule.take(NOW)).isEqualTo("b.example|two");
    assertThat(schedule.take(NOW)).isEqualTo("a.example|one");
  }

  @Test
  void oneDomain_hasOneRequestInFlight() {
    schedule.put("a.example|one", NOW);
    schedule.put("a.example|two", NOW);
    assertThat(schedule.take(NOW)).isNotNull();
    assertThat(schedule.take(NOW.plusSeconds(3600))).isNull();
  }

  @Test
  void nextRequestToADomain_comesAPaceAfterTheLastAnswer() {
    schedule.put("a.example|one", NOW);
    schedule.put("a.example|two", NOW);
    String first = schedule.take(NOW);
    Instant answered = NOW.plusSeconds(3);
    schedule.release(first, answered, PACE);
    assertThat(schedule.take(answered.plusMillis(999))).isNull();
    assertThat(schedule.take(answered.plus(PACE))).isNotNull().isNotEqualTo(first);
  }

  @Test
  void busyDomain_holdsNoOtherUp() {
    schedule.put("a.example|one", NOW);
    schedule.put("a.example|two", NOW);
    schedule.put("b.example|three", NOW);
    assertThat(schedule.take(NOW)).isNotNull();
    assertThat(schedule.take(NOW)).isEqualTo("b.example|three");
  }

  @Test
  void sourceThatWasMoved_hasOneTurnAtItsNewTime() {
    schedule.put("a.example|one", NOW);
    schedule.put("a.example|one", NOW.plusSeconds(10));
    assertThat(schedule.take(NOW)).isNull();
    assertThat(schedule.take(NOW.plusSeconds(10))).isEqualTo("a.example|one");
    assertThat(schedule.take(NOW.plusSeconds(99))).isNull();
  }

  @Test
  void removedSource_hasNoTurn() {
    schedule.put("a.example|one", NOW);
    schedule.remove("a.example|one");
    assertThat(schedule.take(NOW.plusSeconds(10))).isNull();
  }

  @Test
  void tenThousandDomains_areAllTakenOnce() {
    for (int i = 0; i < 10_000; i++) schedule.put("site" + i + ".example|feed", NOW);
    int taken = 0;
    while (schedule.take(NOW) != null) taken++;
    assertThat(taken).isEqualTo(10_000);
    assertThat(schedule.next()).isNull();
  }
}
