package slipstream.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.analysis.ledger.Newsroom.window;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameClaimTest {
  @ParameterizedTest
  @CsvSource({
    "2025-05-01..2025-05-10, 2025-05, true",
    "2025, 2025-05, true",
    "2025-05-08, 2025-05-15, true",
    "2025-05-08, 2025-05-16, false",
    "2025-06, 2025-05, true",
    "2025-07, 2025-05, false",
    "2025-05-16..2025-06-10, 2025-05, true",
    "2025-06-01.., 2025-05, false",
    "2025-05-20.., 2025-05, true",
    "2025-11-19, 2025-06-01.., true",
    "2025-06-20.., 2025-06-01.., true",
    "2025-09-01.., 2025-06-01.., false",
  })
  void aWindowRepeatsTheOneHeld(String claimed, String held, boolean repeats) {
    var why = SameClaim.why(window(claimed), window(held), window(held).latest());

    assertThat(why != null).isEqualTo(repeats);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-17, 2025-05-17, true",
    "2025-05-17, 2025-05-18, true",
    "2025-05-17, 2025-05, false",
    "2025-05, 2025-05-17, true",
    "2025-06, 2025-05, false",
    "2025-08-15..2025-08-30, 2025-08, true",
  })
  void aDenialSpeaksOfTheDaysClaimed(String denied, String claimed, boolean denies) {
    assertThat(SameClaim.denies(window(denied), window(claimed))).isEqualTo(denies);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-20, 2025-05-31, 2025-05-20, 2025-05-31, true",
    "2025-05-28, 2025-06-05, 2025-05-20, 2025-05-25, false",
  })
  void theAnchorDecides_notTheEndThatDriftedSince(
      LocalDate earliest, LocalDate latest, LocalDate from, LocalDate to, boolean repeats) {
    var claimed = window(earliest + ".." + latest);
    var held = window(from + ".." + to);

    assertThat(SameClaim.why(claimed, held, from.minusDays(10)) != null).isEqualTo(repeats);
  }
}
