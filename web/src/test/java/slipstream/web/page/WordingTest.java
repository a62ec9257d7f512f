package slipstream.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.contracts.Decision;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;
import slipstream.web.R2;

class WordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-03-17 | 2025-03-17 | 17 Mar 2025
          2025-05-01 | 2025-05-31 | May 2025
          2024-02-01 | 2024-02-29 | February 2024
          2025-07-01 | 2025-09-30 | Q3 2025
          2025-02-01 | 2025-04-30 | 1 Feb – 30 Apr 2025
          2025-07-01 | 2025-12-31 | second half of 2025
          2026-01-01 | 2026-12-31 | 2026
          2025-08-15 | 2025-08-30 | 15–30 Aug 2025
          2025-08-15 | 2025-10-09 | 15 Aug – 9 Oct 2025
          2025-12-20 | 2026-01-10 | 20 Dec 2025 – 10 Jan 2026
          """)
  void window_isNamedAsANewspaperWould(String earliest, String latest, String words) {
    assertThat(Wording.window(R2.window(earliest, latest, Precision.VAGUE))).isEqualTo(words);
  }

  @Test
  void openWindow_beginsSomewhere() {
    var open = new Window(LocalDate.parse("2025-09-02"), null, Precision.VAGUE);
    assertThat(Wording.window(open)).isEqualTo("from 2 Sep 2025");
  }

  @Test
  void estimatedDate_hasATilde() {
    assertThat(Wording.published(R2.claims().get(0).item())).isEqualTo("~14 Aug 2025");
  }

  @Test
  void move_hasASign() {
    assertThat(Wording.moved(1)).isEqualTo("+1 day");
    assertThat(Wording.moved(-12)).isEqualTo("−12 days");
    assertThat(Wording.moved(null)).isEmpty();
  }

  @Test
  void enumValue_readsAsWordsAndAsOnTheWire() {
    assertThat(Wording.plain(Decision.RUMOUR_HELD)).isEqualTo("rumour held");
    assertThat(Wording.token(Decision.RUMOUR_HELD)).isEqualTo("rumour-held");
  }
}
