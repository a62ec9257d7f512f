package slipstream.analysis.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.contracts.config.Watchlist;

/** Which year or week a bare date means, for an item published on Thursday 14 August 2025. */
class TenseReaderTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2025, 8, 14);
  private static final DateGrammar GRAMMAR =
      DateGrammar.of(new Watchlist(List.of(), List.of(), List.of(), List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The launch is now planned for February. | 2026-02-01",
        "It was to launch in May. | 2025-05-01",
        "The rule took effect in January. | 2025-01-01",
        "The deal should be completed in October. | 2025-10-01",
        "The contract may be signed on August 10. | 2026-08-10",
        "It has fallen by a tenth since September. | 2024-09-01",
        "It stood at a level not seen since last June. | 2025-06-01",
        "It was announced on Monday. | 2025-08-11",
        "It will be shown on Monday. | 2025-08-18"
      })
  void theWordsOfTheClause_decideTheYear(String sentence, LocalDate earliest) {
    Tokens tokens = Tokens.of(sentence);
    List<DateExpression> dates = GRAMMAR.find(tokens);
    DateExpression date = dates.get(dates.size() - 1);
    var resolver = new WindowResolver(PUBLISHED, new TenseReader(tokens).sense(date));
    assertThat(resolver.resolve(date.period()).orElseThrow().earliest()).isEqualTo(earliest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It closed at its lowest level in six years. | 0",
        "It is the first update in months. | 0",
        "The Russell 2000 Index rose. | 0",
        "There was a fall in sales. | 0",
        "The first batch will ship in six weeks. | 1",
        "It comes in six weeks. | 1"
      })
  void recordsNamesAndDeclines_areNoDates(String sentence, int dates) {
    assertThat(GRAMMAR.find(Tokens.of(sentence))).hasSize(dates);
  }
}
