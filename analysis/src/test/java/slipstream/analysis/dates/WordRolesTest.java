package slipstream.analysis.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.Json;

/** What the table of words says against the grammars that it spares. */
class WordRolesTest {
  private static final Watchlist NOTHING =
      new Watchlist(List.of(), List.of(), List.of(), List.of());
  private static final Path TEXTS =
      Path.of("src/test/resources/slipstream/analysis/claims/dev.jsonl");

  private static final int[] READ_FOR_EVERY_WORD = {
    WordRoles.OPENS, WordRoles.LEADS, WordRoles.FOLLOWS, WordRoles.ANCHORS, WordRoles.HOLIDAY
  };
  private static final int GRAMMARS =
      WordRoles.BOUND
          | WordRoles.DISTANCE
          | WordRoles.DAY
          | WordRoles.PART
          | WordRoles.FISCAL
          | WordRoles.DATE
          | WordRoles.QUARTER
          | WordRoles.MONTH
          | WordRoles.RELATIVE
          | WordRoles.SEASON
          | WordRoles.WEEKDAY
          | WordRoles.YEAR;

  private final DateGrammar grammar = DateGrammar.of(NOTHING);
  private final WordRoles roles = WordRoles.of(Holidays.of(NOTHING));

  @Test
  void noGrammarThatIsSpared_wouldHaveReadADate() throws IOException {
    assertThat(Stream.concat(phrases(), texts()))
        .allSatisfy(
            text -> {
              Tokens tokens = Tokens.of(text);
              assertThat(grammar.find(tokens))
                  .as(text)
                  .isEqualTo(
                      grammar.find(tokens, DateOrder.UNKNOWN, new BitSet(), tryingAll(tokens)));
            });
  }

  private WordRoles.InText tryingAll(Tokens tokens) {
    WordRoles.InText known = roles.of(tokens);
    var each = new int[tokens.size()];
    for (int at = 0; at < each.length; at++) {
      each[at] = GRAMMARS;
      for (int role : READ_FOR_EVERY_WORD) if (known.has(at, role)) each[at] |= role;
    }
    return new WordRoles.InText(each);
  }

  /** One for each way that a grammar begins. */
  private static Stream<String> phrases() {
    return Stream.of(
        "by May, until June, till July, before 2027, prior to May 4, ahead of June, after May",
        "following Easter, past May, beyond 2027, since Monday, around May, about June 4",
        "circa 2027, approximately May, roughly June, within weeks, no later than May 4",
        "not before May, as early as June, as soon as possible, earlier than May, on May 4",
        "between May and June, from May to July, in over a month, in the next few weeks",
        "soon, imminently, shortly, momentarily, asap, any day now, around the corner",
        "in the near future, before long, in two weeks' time, half a year later, a matter of days",
        "for the coming weeks, a handful of months, some days, several weeks, a couple of weeks",
        "the rest of the year, later this year, the remainder of May, yearend, the end of June",
        "early 2027, mid-May, late next month, the first half of 2027, the back half of the year",
        "fiscal 2027, this fiscal year, the third quarter, Q3 2027, H1, three quarters, fy27",
        "today, tonight, tomorrow, yesterday, this week, next month, last year, the new year",
        "Monday, next Friday, the week of May 4, May 4, 2027, 4 May, 2027-05-04, the 27th, '27",
        "spring, this holiday season, the festive season, Christmas, Thanksgiving, Lunar New Year");
  }

  private static Stream<String> texts() throws IOException {
    return Files.readAllLines(TEXTS).stream().map(WordRolesTest::text);
  }

  private static String text(String line) {
    try {
      return Json.MAPPER.readTree(line).path("text").asText();
    } catch (IOException e) {
      throw new IllegalStateException(line, e);
    }
  }
}
