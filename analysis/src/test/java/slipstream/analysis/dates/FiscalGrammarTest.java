package slipstream.analysis.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.contracts.Window;
import slipstream.contracts.config.Watchlist;

/** Fiscal periods of a company whose year begins in February, published on 14 August 2025. */
class FiscalGrammarTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2025, 8, 14);
  private static final DateGrammar GRAMMAR =
      DateGrammar.of(new Watchlist(List.of(), List.of(), List.of(), List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in fiscal 2026 | 2025-02-01 | 2026-01-31",
        "in fiscal year 2027 | 2026-02-01 | 2027-01-31",
        "in FY27 | 2026-02-01 | 2027-01-31",
        "in fiscal Q3 2026 | 2025-08-01 | 2025-10-31",
        "in Q3 of fiscal 2026 | 2025-08-01 | 2025-10-31",
        "in Q3 FY26 | 2025-08-01 | 2025-10-31",
        "in the fourth quarter of its fiscal 2026 | 2025-11-01 | 2026-01-31",
        "in the third fiscal quarter of 2026 | 2025-08-01 | 2025-10-31",
        "in its fiscal fourth quarter | 2025-11-01 | 2026-01-31",
        "in the first half of fiscal 2027 | 2026-02-01 | 2026-07-31",
        "in the next fiscal year | 2026-02-01 | 2027-01-31",
        "by the end of this fiscal year | 2025-08-15 | 2026-01-31",
        "in the current fiscal year, which runs until the end of March 2027 | 2026-04-01 | 2027-03-31",
        "in the fiscal year ending in March 2027 | 2026-04-01 | 2027-03-31",
        "in the fiscal year that ends in June 2026 | 2025-07-01 | 2026-06-30"
      })
  void fiscalPeriod_isPlacedInTheOwnersYear(String words, LocalDate earliest, LocalDate latest) {
    Window window = resolve("It comes " + words + ".", 2).orElseThrow();
    assertThat(window.earliest()).isEqualTo(earliest);
    assertThat(window.latest()).isEqualTo(latest);
  }

  @Test
  void fiscalYearOfTheText_winsOverTheConfiguredOne() {
    String text = "It comes in the third quarter of fiscal 2026. Its fiscal year ends in June.";
    assertThat(resolve(text, 2).orElseThrow().earliest()).isEqualTo("2026-01-01");
  }

  @Test
  void quarterWhoseMonthsAreTold_isPlacedByThem() {
    String text = "It comes in the fiscal third quarter, which runs from October to December.";
    assertThat(resolve(text, 2).orElseThrow().earliest()).isEqualTo("2025-10-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It comes in the fiscal third quarter, the one that runs from October to December.",
        "It comes in the fiscal third quarter, the maker said; for it that is October to December.",
        "It comes in the third quarter of fiscal 2026. Fiscal 2026 runs from April 1 to March 31."
      })
  void monthsToldInTheSentence_placeTheFiscalYear(String text) {
    assertThat(resolve(text, 2).orElseThrow().earliest()).isEqualTo("2025-10-01");
  }

  @Test
  void monthsOfAnythingElse_placeNoFiscalYear() {
    assertThat(
            resolve("It comes in fiscal 2026. In fiscal 2025 sales fell from May to July.", null))
        .isEmpty();
  }

  @Test
  void fiscalPeriodOfAnUnknownYear_hasNoWindow() {
    assertThat(resolve("It comes in fiscal 2026.", null)).isEmpty();
  }

  private static Optional<Window> resolve(String text, @Nullable Integer start) {
    Tokens tokens = Tokens.of(text);
    DateExpression date = GRAMMAR.find(tokens).get(0).inFiscalYear(tokens, start);
    return new WindowResolver(PUBLISHED, Sense.FUTURE).resolve(date);
  }
}
