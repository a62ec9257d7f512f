package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slipstream.analysis.match.Matcher;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Watchlist;

/** What a date is told by beside its own sentence: the title and the article's other dates. */
class ArticleDatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final Subject LUMEN =
      new Subject("lumen", "Lumen 3", "Aster", List.of(), List.of(), List.of(), "release", null);
  private static final Watchlist WATCHLIST =
      new Watchlist(List.of(LUMEN), List.of(), List.of(), List.of());

  @Test
  void ofTwoDates_eachIsToldWhereTheOtherStands_whenItIs_andWhatTheRulesTakeItFor() {
    List<DateExample> dates = dates("News", "Lumen 3 was due in June. It now comes in September.");
    assertThat(dates.get(0).features()).contains("beside FOLLOWING SOONER NEWS");
    assertThat(dates.get(1).features()).contains("beside PRECEDING LATER OLD");
  }

  @Test
  void dateOfTheTitle_isToldAsSuch_withTheTitlesCues() {
    List<DateExample> dates =
        dates("Lumen 3 delayed to June 4", "Aster will release Lumen 3 in June.");
    assertThat(dates.get(1).features()).contains("beside TITLE AROUND NEWS", "title-cue DELAY");
  }

  @Test
  void datesFartherAwayThanEight_tellNothing() {
    String nine =
        IntStream.rangeClosed(1, 9)
            .mapToObj(day -> "Lumen 3 comes on May " + day + ".")
            .collect(Collectors.joining(" "));
    assertThat(beside(dates("News", "Lumen 3 was due in April 2025. " + nine).get(9)))
        .noneMatch(feature -> feature.endsWith("OLD"));
    assertThat(beside(dates("News", "Lumen 3 was due in April 2025. " + nine).get(8)))
        .anyMatch(feature -> feature.endsWith("OLD"));
  }

  private static Set<String> beside(DateExample date) {
    return date.features().stream()
        .filter(feature -> feature.startsWith("beside"))
        .collect(Collectors.toSet());
  }

  private static List<DateExample> dates(String title, String text) {
    return ClaimReader.of(WATCHLIST)
        .dates("lumen", title, text, DAY, "", Matcher.of(WATCHLIST).find(title, text));
  }
}
