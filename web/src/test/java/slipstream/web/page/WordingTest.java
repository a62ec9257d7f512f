package slipstream.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import slipstream.contracts.Decision;
import slipstream.web.R2;

class WordingTest {
  @Test
  void window_isWordedAsInNotices_withTheDashesOfPrint() {
    assertThat(Wording.window(R2.EARLY_MAY)).isEqualTo("early May 2025 (1–10 May)");
    assertThat(Wording.window(R2.COMING_WEEKS)).isEqualTo("some time 15 Aug – 9 Oct 2025");
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
