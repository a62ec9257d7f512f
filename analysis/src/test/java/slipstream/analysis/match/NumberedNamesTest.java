package slipstream.analysis.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberedNamesTest {
  @Test
  void numberedName_isSaidInFiguresNumeralsAndOrdinals() {
    assertThat(NumberedNames.of("Lumen 3"))
        .contains("Lumen III", "third Lumen", "successor to the Lumen 2")
        .doesNotContain("Lumen 3");
    assertThat(NumberedNames.of("Steel Harbour II"))
        .contains("Steel Harbour 2", "second Steel Harbour", "sequel to Steel Harbour");
  }

  @Test
  void season_isSaidBeforeAndBehindItsTitle() {
    assertThat(NumberedNames.of("Salt Road season 3"))
        .contains(
            "third season of Salt Road", "season three of Salt Road", "Salt Road season three");
  }

  @Test
  void nameThatEndsWithNoSmallNumber_hasNoOtherForm() {
    assertThat(NumberedNames.of("Lumen")).isEmpty();
    assertThat(NumberedNames.of("Lumen 16")).isEmpty();
    assertThat(NumberedNames.of("Model X")).isEmpty();
    assertThat(NumberedNames.of("Lumen 1")).isEmpty();
  }
}
