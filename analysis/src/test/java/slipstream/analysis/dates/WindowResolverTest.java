package slipstream.analysis.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;
import slipstream.contracts.config.Watchlist;

/** The table of window arithmetic, for an item published on Thursday 14 August 2025. */
class WindowResolverTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2025, 8, 14);
  private static final DateGrammar GRAMMAR =
      DateGrammar.of(new Watchlist(List.of(), List.of(), List.of(), List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on May 26, 2026 | 2026-05-26 | 2026-05-26",
        "tomorrow | 2025-08-15 | 2025-08-15",
        "in early May | 2026-05-01 | 2026-05-10",
        "around the middle of May | 2026-05-11 | 2026-05-20",
        "at the end of August 2025 | 2025-08-21 | 2025-08-31",
        "in the second half of this month | 2025-08-16 | 2025-08-31",
        "between August 15 and 30 | 2025-08-15 | 2025-08-30",
        "from 15 to 30 August | 2025-08-15 | 2025-08-30",
        "around September 10 | 2025-09-03 | 2025-09-17",
        "next week | 2025-08-18 | 2025-08-24",
        "this month | 2025-08-01 | 2025-08-31",
        "later this month | 2025-08-15 | 2025-08-31",
        "in Q2 of 2026 | 2026-04-01 | 2026-06-30",
        "in the first three months of 2026 | 2026-01-01 | 2026-03-31",
        "in the first or second quarter of 2026 | 2026-01-01 | 2026-06-30",
        "in the first half of next year | 2026-01-01 | 2026-06-30",
        "this fall | 2025-09-01 | 2025-11-30",
        "in winter 2026 | 2026-12-01 | 2027-02-28",
        "for the holiday season | 2025-11-01 | 2025-12-31",
        "in early 2026 | 2026-01-01 | 2026-04-30",
        "in late 2025 | 2025-09-01 | 2025-12-31",
        "at the end of the year | 2025-11-01 | 2025-12-31",
        "by the end of the year | 2025-08-15 | 2025-12-31",
        "later this year | 2025-08-15 | 2025-12-31",
        "before October | 2025-08-15 | 2025-09-30",
        "before Lunar New Year | 2025-08-15 | 2026-02-16",
        "around the Lunar New Year | 2026-02-10 | 2026-02-24",
        "as early as May | 2026-05-01 | 2026-05-31",
        "not before October | 2025-10-01 | ",
        "the fall or later | 2025-09-01 | ",
        "after the first quarter of 2026 | 2026-04-01 | ",
        "in the coming days | 2025-08-15 | 2025-08-24",
        "in a couple of weeks | 2025-08-21 | 2025-09-04",
        "within three weeks | 2025-08-15 | 2025-09-04",
        "in six weeks | 2025-09-22 | 2025-09-28",
        "in the next few weeks | 2025-08-15 | 2025-10-09",
        "over the next couple of months | 2025-08-15 | 2025-10-15",
        "in the coming months | 2025-08-15 | 2026-02-10",
        "in a few months | 2025-10-13 | 2026-02-10",
        "in the coming year | 2025-08-15 | 2026-08-14",
        "soon | 2025-08-15 | 2025-11-12",
        "this summer, but not in June | 2025-07-01 | 2025-08-31",
        "in the third week of September | 2025-09-15 | 2025-09-21",
        "in late summer | 2025-08-01 | 2025-08-31",
        "on Thanksgiving | 2025-11-27 | 2025-11-27"
      })
  void everyRowOfTheTable_givesItsWindow(String words, LocalDate earliest, LocalDate latest) {
    assertIs(words, earliest, latest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in the early part of 2026 | 2026-01-01 | 2026-04-30",
        "in the latter part of 2026 | 2026-09-01 | 2026-12-31",
        "two to three years away | 2027-08-14 | 2028-08-14",
        "weeks, not months | 2025-08-15 | 2025-10-09",
        "in less than a month | 2025-08-15 | 2025-09-14",
        "months, not years | 2025-10-13 | 2026-02-10",
        "in 2026-27 | 2026-01-01 | 2027-12-31",
        "there is no X before October | 2025-10-01 | ",
        "it is close to launch | 2025-08-15 | 2025-11-12",
        "between 12 and 16 months from today | 2026-08-14 | 2026-12-14",
        "no launch before October | 2025-10-01 | ",
        "in the opening months of next year | 2026-01-01 | 2026-04-30",
        "in two weeks to customers in Europe | 2025-08-25 | 2025-08-31",
        "coming September 4, 2026 | 2026-09-04 | 2026-09-04",
        "in the 2026 holiday season | 2026-11-01 | 2026-12-31",
        "in early '26 | 2026-01-01 | 2026-04-30",
        "in spring '26 | 2026-03-01 | 2026-05-31",
        "on Tuesday next week | 2025-08-19 | 2025-08-19",
        "in the front half of 2026 | 2026-01-01 | 2026-06-30",
        "in the last two weeks of September | 2025-09-16 | 2025-09-30",
        "before the year is out | 2025-08-15 | 2025-12-31",
        "before October is over | 2025-08-15 | 2025-10-31",
        "by the end of the calendar year | 2025-08-15 | 2025-12-31",
        "by month's end | 2025-08-15 | 2025-08-31",
        "between now and Christmas | 2025-08-15 | 2025-12-25",
        "until at least October | 2025-10-01 | ",
        "after the summer break | 2025-09-01 | ",
        "early in the new year | 2026-01-01 | 2026-04-30",
        "come spring | 2026-03-01 | 2026-05-31",
        "next winter | 2025-12-01 | 2026-02-28",
        "this coming autumn | 2025-09-01 | 2025-11-30",
        "this coming Friday | 2025-08-15 | 2025-08-15",
        "later in 2025 | 2025-08-15 | 2025-12-31",
        "the week after next | 2025-08-25 | 2025-08-31",
        "the day after tomorrow | 2025-08-16 | 2025-08-16",
        "in the week beginning September 8 | 2025-09-08 | 2025-09-14",
        "on Friday of next week | 2025-08-22 | 2025-08-22",
        "on the first Tuesday of September | 2025-09-02 | 2025-09-02",
        "on the last Friday in October | 2025-10-31 | 2025-10-31",
        "on the last day of the month | 2025-08-31 | 2025-08-31",
        "on the 14th of next month | 2025-09-14 | 2025-09-14",
        "one Thursday in October | 2025-10-01 | 2025-10-31",
        "in September/October | 2025-09-01 | 2025-10-31",
        "in the July-to-September quarter | 2025-07-01 | 2025-09-30",
        "in the December quarter | 2025-10-01 | 2025-12-31",
        "in the three months to December | 2025-10-01 | 2025-12-31",
        "in the quarter that ends in December | 2025-10-01 | 2025-12-31",
        "in the weeks ahead | 2025-08-15 | 2025-10-09",
        "in a matter of days | 2025-08-15 | 2025-08-24",
        "three weeks from today | 2025-09-01 | 2025-09-07",
        "in six weeks or so | 2025-09-22 | 2025-09-28",
        "in a year and a half | 2027-01-30 | 2027-03-01",
        "on Good Friday | 2026-04-03 | 2026-04-03",
        "on the 27th | 2025-08-27 | 2025-08-27",
        "on the 3rd, not the 5th | 2025-09-03 | 2025-09-03",
        "with its fall line-up | 2025-09-01 | 2025-11-30",
        "for spring | 2026-03-01 | 2026-05-31",
        "as a planned spring release | 2026-03-01 | 2026-05-31",
        "on its end-of-October date | 2025-10-21 | 2025-10-31",
        "before October only if nobody sleeps | 2025-08-15 | 2025-09-30"
      })
  void otherWaysToSayIt_giveTheSameWindows(String words, LocalDate earliest, LocalDate latest) {
    assertIs(words, earliest, latest);
  }

  @Test
  void quarterToldWithoutTheWord_isOneOfTheYearToldBefore() {
    Tokens text = Tokens.of("It was due in the third quarter of 2026 and comes in the fourth.");
    assertThat(new WindowResolver(PUBLISHED, Sense.FUTURE).resolve(GRAMMAR.find(text).get(1)))
        .map(Window::earliest)
        .contains(LocalDate.of(2026, 10, 1));
  }

  @Test
  void nameThatLooksLikeAMonth_isNoDate() {
    assertThat(GRAMMAR.find(Tokens.of("Lei Jun has not named a day."))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"March remains its month.", "March holds.", "March has slipped."})
  void monthThatOpensASentence_isNoVerb(String sentence) {
    assertThat(GRAMMAR.find(Tokens.of(sentence))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nobody should expect it before October. | 2025-10-01",
        "Yields make a launch before October improbable. | 2025-10-01",
        "A launch before October is out of the question. | 2025-10-01",
        "The licence bars shops from selling it before October. | 2025-10-01",
        "Spring: the console. | 2026-03-01"
      })
  void whatIsRuledOutBefore_beginsThen(String text, LocalDate earliest) {
    assertThat(resolve(text).earliest()).isEqualTo(earliest);
  }

  @Test
  void verbsThatLookLikeSeasons_areNoDates() {
    assertThat(find("Prices are expected to fall. Doubts spring up; sales fall.")).isEmpty();
  }

  @Test
  void whatStoodUntilYesterday_isNoStretch() {
    assertThat(find("It was booked for December 4 until yesterday.")).hasSize(2);
  }

  @Test
  void dateInsideAName_isNone() {
    Tokens words = Tokens.of("Early Winter 3 June 2 is the date.");
    var named = new java.util.BitSet();
    named.set(1, 3);
    assertThat(GRAMMAR.find(words, DateOrder.UNKNOWN, named))
        .extracting(date -> words.text(date.start(), date.end()))
        .containsExactly("June 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It slips three months to September 2026.",
        "It opens days after next month's show in September 2026.",
        "Its opening day in September 2026 is open."
      })
  void wordsThatOnlyLookLikeADayOrQuarter_leaveTheMonth(String text) {
    var resolver = new WindowResolver(PUBLISHED, Sense.FUTURE);
    assertThat(find(text))
        .extracting(date -> resolver.resolve(date).orElse(null))
        .contains(new Window(date(2026, 9, 1), date(2026, 9, 30), Precision.MONTH));
  }

  @Test
  void aMoveFromOneStretchToAnother_hasTwoEnds() {
    DateExpression move = find("It slips from July-September to October-December.").get(0);
    Period.Range range = (Period.Range) move.period();
    assertThat(range.moves()).isTrue();
    var resolver = new WindowResolver(PUBLISHED, Sense.FUTURE);
    assertThat(resolver.resolve(new Period.End(range, false)))
        .hasValue(new Window(date(2025, 7, 1), date(2025, 9, 30), Precision.QUARTER));
    assertThat(resolver.resolve(new Period.End(range, true)))
        .hasValue(new Window(date(2025, 10, 1), date(2025, 12, 31), Precision.QUARTER));
  }

  private static void assertIs(String words, LocalDate earliest, LocalDate latest) {
    Window window = resolve("It comes " + words + ".");
    assertThat(window.earliest()).isEqualTo(earliest);
    assertThat(window.latest()).isEqualTo(latest);
  }

  private static LocalDate date(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }

  @Test
  void anImpossibleDate_isNoDate() {
    assertThat(find("It comes on February 30.")).noneMatch(WindowResolverTest::hasDay);
  }

  @Test
  void monthThatIsNotMeant_isADateOfItsOwn_unlessItIsPartOfTheOther() {
    assertThat(find("It comes in June, not September.")).hasSize(2);
    assertThat(find("It comes in 2027, not 2026.")).hasSize(2);
    assertThat(find("It comes early in 2027, not this autumn.")).hasSize(2);
    assertThat(find("It comes this summer, but not in June.")).hasSize(1);
  }

  @Test
  void modalsPricesAndModelNames_areNoDates() {
    assertThat(find("It may cost $2025, use 2030 units and beat the B3-0324 on the march."))
        .isEmpty();
  }

  private static boolean hasDay(DateExpression date) {
    boolean day = date.period() instanceof Period.Calendar c && c.unit() == Unit.DAY;
    return day && new WindowResolver(PUBLISHED, Sense.FUTURE).resolve(date).isPresent();
  }

  private static List<DateExpression> find(String text) {
    return GRAMMAR.find(Tokens.of(text));
  }

  private static Window resolve(String text) {
    return new WindowResolver(PUBLISHED, Sense.FUTURE).resolve(find(text).get(0)).orElseThrow();
  }
}
