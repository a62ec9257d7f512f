package slipstream.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTextTest {
  @ParameterizedTest
  @CsvSource({
    "2025-03-17, 2025-03-17, DAY, 17 Mar 2025",
    "2025-05-01, 2025-05-10, WEEK, early May 2025 (1-10 May)",
    "2025-05-11, 2025-05-20, WEEK, mid May 2025 (11-20 May)",
    "2025-02-21, 2025-02-28, WEEK, late February 2025 (21-28 Feb)",
    "2025-08-16, 2025-08-31, WEEK, second half of August 2025 (16-31 Aug)",
    "2025-08-15, 2025-08-30, WEEK, 15-30 Aug 2025",
    "2025-05-01, 2025-05-31, MONTH, May 2025",
    "2025-04-01, 2025-06-30, QUARTER, Q2 2025 (Apr-Jun)",
    "2025-07-01, 2025-12-31, HALF, second half of 2025 (Jul-Dec)",
    "2025-12-01, 2026-02-28, SEASON, winter 2025 (Dec-Feb)",
    "2025-01-01, 2025-12-31, YEAR, the year 2025",
    "2025-04-28, 2025-05-04, WEEK, 28 Apr - 4 May 2025",
    "2025-12-29, 2026-01-04, WEEK, 29 Dec 2025 - 4 Jan 2026",
    "2025-02-26, 2025-04-30, VAGUE, some time 26 Feb - 30 Apr 2025",
    "2025-09-01, , MONTH, not before 1 Sep 2025"
  })
  void window_readsTheWayPeopleSayIt(
      LocalDate earliest, LocalDate latest, Precision precision, String words) {
    assertThat(WindowText.of(new Window(earliest, latest, precision))).isEqualTo(words);
  }
}
