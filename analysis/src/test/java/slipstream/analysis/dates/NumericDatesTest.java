package slipstream.analysis.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.contracts.config.Watchlist;

class NumericDatesTest {
  private static final DateGrammar GRAMMAR =
      DateGrammar.of(new Watchlist(List.of(), List.of(), List.of(), List.of()));

  @ParameterizedTest
  @CsvSource({
    "2026-05-26, 2026-05-26",
    "2026/5/26, 2026-05-26",
    "26.5.2026, 2026-05-26",
    "3.4.2026, 2026-04-03",
    "5/26/2026, 2026-05-26",
    "26/5/2026, 2026-05-26",
    "26-05-2026, 2026-05-26",
    "4/4/2026, 2026-04-04"
  })
  void dateInNumbers_isThatDay(String date, LocalDate day) {
    assertThat(days("It launches on " + date + ".")).containsExactly(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3/4/2026", "13/14/2026", "2026-02-30", "31.6.2026", "1.2.2026.4", "192.168.1.1"})
  void ambiguousOrImpossibleDate_isNone(String date) {
    assertThat(days("It launches on " + date + ".")).isEmpty();
  }

  @Test
  void ambiguousDate_takesTheOrderOfAnotherInTheText() {
    assertThat(days("It moved from 25/3/2026 and launches on 3/4/2026."))
        .contains(LocalDate.of(2026, 4, 3));
  }

  @Test
  void ambiguousDate_takesTheOrderOfTheCountryItIsWrittenFor() {
    String text = "It launches on 3/4/2026.";
    assertThat(days(text, DateOrder.of("en-US"))).containsExactly(LocalDate.of(2026, 3, 4));
    assertThat(days(text, DateOrder.of("en-GB"))).containsExactly(LocalDate.of(2026, 4, 3));
    assertThat(days(text, DateOrder.of("en"))).isEmpty();
  }

  private static List<LocalDate> days(String text) {
    return days(text, DateOrder.UNKNOWN);
  }

  private static List<LocalDate> days(String text, DateOrder order) {
    return GRAMMAR.find(Tokens.of(text), order).stream()
        .flatMap(
            date ->
                new WindowResolver(LocalDate.of(2026, 1, 1), Sense.FUTURE).resolve(date).stream())
        .map(window -> window.earliest())
        .toList();
  }
}
